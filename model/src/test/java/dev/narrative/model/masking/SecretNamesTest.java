package dev.narrative.model.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reading of all words at once finds what looking for each by itself would. */
class SecretNamesTest {
    private static final int NAMES = 30_000;
    private static final List<String> ANYWHERE = List.of(
            "password",
            "passwd",
            "passphrase",
            "credential",
            "apikey",
            "accesskey",
            "privatekey",
            "authorization",
            "connectionstring");
    private static final List<String> AT_THE_END =
            List.of("token", "subscriptionkey", "signingkey", "encryptionkey", "authkey", "accountkey", "signature");
    private static final List<String> WHOLE = List.of(
            "auth",
            "xauth",
            "pwd",
            "pass",
            "cookie",
            "cookies",
            "setcookie",
            "jwt",
            "jsessionid",
            "phpsessid",
            "cvv",
            "cvc",
            "ssn",
            "passcode");
    private static final String[] PIECES = {
        "pass",
        "word",
        "wd",
        "phrase",
        "api",
        "key",
        "access",
        "private",
        "Auth",
        "orization",
        "connection",
        "string",
        "to",
        "ken",
        "TOKEN",
        "sub",
        "scription",
        "sign",
        "ing",
        "encrypt",
        "ion",
        "account",
        "ature",
        "x",
        "cook",
        "ie",
        "ies",
        "set",
        "jwt",
        "session",
        "id",
        "cv",
        "v",
        "c",
        "s",
        "n",
        "code",
        "credential",
        "-",
        "_",
        ".",
        "$",
        "1",
        "a",
        "p",
        "pa",
        "é",
        "j",
        "php",
        "sess",
        "pwd",
        "sig",
        "secret",
        "se",
        "cret",
        "ar",
        "ary",
        "r",
        "y"
    };

    private final Random random = new Random(20260117);

    @Test
    void agreesWithLookingForEachWord() {
        int secrets = 0;
        for (int i = 0; i < NAMES; i++) {
            StringBuilder made = new StringBuilder();
            for (int piece = random.nextInt(6); piece >= 0; piece--) {
                made.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String name = made.toString();
            boolean expected = isSecret(name, false);
            secrets += expected ? 1 : 0;

            assertThat(Masking.isSecretName(name)).as(name).isEqualTo(expected);
            assertThat(Masking.isSecretParameter(name)).as(name).isEqualTo(isSecret(name, true));
        }
        assertThat(secrets).isGreaterThan(1_000);
    }

    private static boolean isSecret(String name, boolean parameter) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        boolean bare = name.matches("[A-Za-z](.*[A-Za-z])?");
        return ANYWHERE.stream().anyMatch(plain::contains)
                || AT_THE_END.stream().anyMatch(plain::endsWith)
                || (bare && WHOLE.contains(plain))
                || (bare && parameter && (plain.equals("key") || plain.equals("sig")))
                || name.toLowerCase(Locale.ROOT)
                        .matches(".*s[^a-z0-9]*e[^a-z0-9]*c[^a-z0-9]*r[^a-z0-9]*e[^a-z0-9]*t" + "(?!a[^a-z0-9]*r).*");
    }
}
