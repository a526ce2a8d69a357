package dev.narrative.model.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Agrees with the JDK's decoder on what is base64, and on what it says. */
class Base64TextTest {
    private static final String CHARACTERS = "OkzTpQ6/+g0=-";
    private static final int TEXTS = 50_000;

    private final Random random = new Random(20260116);

    @Test
    void findsAColon_whereverItStands() {
        for (String secret : new String[] {":", "a:", ":b", "ann:pass", "ann:", "some:longer password"}) {
            byte[] bytes = secret.getBytes(StandardCharsets.ISO_8859_1);
            String text = Base64.getEncoder().encodeToString(bytes);
            String unpadded = Base64.getEncoder().withoutPadding().encodeToString(bytes);

            assertThat(Base64Text.hasColon(SecretText.of("x" + text + "y"), 1, 1 + text.length()))
                    .as(text)
                    .isTrue();
            assertThat(Base64Text.hasColon(SecretText.of(unpadded), 0, unpadded.length()))
                    .as(unpadded)
                    .isTrue();
        }
    }

    @Test
    void agreesWithTheDecoder_onTextsOfFewCharacters() {
        int colons = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder made = new StringBuilder();
            for (int c = random.nextInt(9); c >= 0; c--) {
                made.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            made.append("=".repeat(random.nextInt(3)));
            String text = made.toString();
            boolean expected = decodedHasColon(text);
            colons += expected ? 1 : 0;

            assertThat(Base64Text.hasColon(SecretText.of(text), 0, text.length()))
                    .as(text)
                    .isEqualTo(expected);
        }
        assertThat(colons).isGreaterThan(100);
    }

    private static boolean decodedHasColon(String text) {
        try {
            byte[] decoded = Base64.getDecoder().decode(text);
            return new String(decoded, StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
