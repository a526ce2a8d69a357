package dev.narrative.model.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any text: masking never throws, adds nothing when done again, and bounds what it adds. */
class MaskingPropertyTest {
    private static final int TEXTS = 20_000;
    private static final String[] PIECES = {
        "password",
        "token",
        "=",
        ":",
        "\"",
        "\\\"",
        "\\",
        "\\u003d",
        "@",
        "a",
        "b.de",
        "//",
        "/",
        "://",
        "?key=",
        "&sig=",
        "Bearer ",
        "Basic ",
        "dXNlcjpwYXNz",
        "eyJhbGciOiJIUzI1NiJ9",
        ".",
        "sk-",
        "sk-ant-",
        "hf_",
        "0123456789",
        "4111",
        " ",
        "-",
        "+49",
        "(030)",
        "0170",
        "1",
        "+",
        "(",
        ")",
        "DE89",
        "3704",
        "0044",
        "0532",
        "0130",
        "00",
        "::",
        "fe80",
        "203.0.113.42",
        "10.",
        "Cookie: ",
        "PRIVATE KEY-----",
        "é",
        "漢",
        "\ud83d",
        "\n",
        "\t",
        "{",
        "}",
        ",",
        ";",
        "***"
    };

    private final Random random = new Random(20260115);

    @Test
    void isDoneOnce_andBounded_onTextsOfFragments() {
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(14); piece >= 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.toString());
        }
    }

    @Test
    void isDoneOnce_andBounded_onAnyCharacters() {
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = random.nextInt(60); c >= 0; c--) {
                text.append((char) (random.nextInt(20) == 0 ? random.nextInt(65_536) : 32 + random.nextInt(95)));
            }
            check(text.toString());
        }
    }

    private static void check(String text) {
        String masked = Masking.mask(text);

        assertThat(masked.length()).as(text).isLessThanOrEqualTo(text.length() * Masking.MASK.length());
        String again = Masking.mask(masked);
        assertThat(unstarred(again)).as("%s -> %s", text, masked).isEqualTo(unstarred(masked));
    }

    /** Masks beside each other may become one when they are masked together. */
    private static String unstarred(String masked) {
        return masked.replaceAll("\\*+", "*");
    }
}
