package dev.narrative.model.masking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Texts made of the pieces that secrets and what resembles them are made of; the same for the same seed. */
final class MaskedTexts {
    private static final int TEXTS = 2_000;
    private static final int LONGEST = 12;

    private static final String[] PIECES = {
        " ",
        " ",
        " ",
        " ",
        ":",
        ":",
        "=",
        "\"",
        "\\\"",
        "\\",
        "\\u003d",
        "\\u0026",
        "@",
        "/",
        "//",
        "://",
        "?",
        "&",
        "+",
        "(",
        ")",
        "-",
        "--",
        "_",
        ".",
        "$",
        ",",
        ";",
        "{",
        "}",
        "[",
        "]",
        "<",
        ">",
        "'",
        "\n",
        "\t",
        "***",
        "é",
        "漢",
        "€",
        "\u00a0",
        "\ud83d",
        "password",
        "passwd",
        "pass",
        "pwd",
        "token",
        "apiKey",
        "X-Api-Key",
        "secret",
        "secretary",
        "secret_ar",
        "signature",
        "auth",
        "sig",
        "key",
        "jwt",
        "Authorization",
        "Cookie: ",
        "cookie",
        "Set-Cookie",
        "sid=a",
        "Bearer ",
        "bearer ",
        "Basic ",
        "basic ",
        "Digest ",
        "Token ",
        "null",
        "true",
        "dXNlcjpwYXNz",
        "dXNlcjpwYXM=",
        "dXNlcjpwYQ==",
        "eyJhbGciOiJIUzI1NiJ9",
        "eyJ",
        "PRIVATE KEY-----",
        "sk-",
        "sk-ant-",
        "sk_live_",
        "hf_",
        "ghp_",
        "github_pat_",
        "git",
        "AKIA",
        "AIza",
        "whsec_",
        "ya29.",
        "SG.",
        "r8_",
        "abcdefghijkl",
        "0123456789",
        "4111",
        "41111111",
        "5555 5555 5555 4444",
        "3782",
        "822463",
        "10005",
        "30569309025904",
        "DE89",
        "3704",
        "0044",
        "0532",
        "0130",
        "00",
        "GB82",
        "WEST",
        "AT20",
        "+49",
        "(030)",
        "(212) ",
        "555-0187",
        "212-",
        "0170",
        "01.23.45.67.89",
        "1-800-",
        "0",
        "1",
        "7",
        "12",
        "123",
        "::",
        "fe80",
        "db8",
        "1:2",
        "A1",
        "ff:",
        "::ffff:",
        "203.0.113.42",
        "10.",
        "127.",
        "version ",
        "a",
        "x",
        "K",
        "ann",
        "b.de",
        "shop.com"
    };

    private MaskedTexts() {}

    /** A digest of what is left of many texts when they have been masked. */
    static String digest(int seed) throws NoSuchAlgorithmException {
        Random random = new Random(seed);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(LONGEST); piece >= 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String repeated = text.toString().repeat(random.nextInt(10) == 0 ? 3 : 1);
            digest.update(Masking.mask(repeated).getBytes(StandardCharsets.UTF_16));
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
    }
}
