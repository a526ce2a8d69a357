package dev.narrative.instrumentation.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ContentDigestTest {
    private final ContentDigest digest = new ContentDigest();

    @Test
    void isThatOfTheWhole_whateverThePieces() throws NoSuchAlgorithmException {
        String whole = "It rains — on Ålesund 🌉🌉. ".repeat(2_000);
        Random random = new Random(7);
        for (int longest : new int[] {1, 2, 7, 1_000, 1_100, 5_000, 60_000}) {
            ContentDigest pieces = new ContentDigest();
            for (int at = 0; at < whole.length(); ) {
                int to = Math.min(whole.length(), at + 1 + random.nextInt(longest));
                pieces.add(whole.substring(at, to));
                at = to;
            }

            assertThat(pieces.length()).isEqualTo(whole.length());
            assertThat(pieces.hash()).as("pieces of %s", longest).isEqualTo(sha256(whole));
        }
    }

    @Test
    void keepsMarksInTheirPlace() throws NoSuchAlgorithmException {
        digest.add("before");
        digest.addMark("|".getBytes(UTF_8), 10);
        digest.add("after");
        digest.add("");

        assertThat(digest.length()).isEqualTo(21);
        assertThat(digest.hash()).isEqualTo(sha256("before|after"));
    }

    @Test
    void isAnEmptyTexts_withoutAny() throws NoSuchAlgorithmException {
        assertThat(digest.hash()).isEqualTo(sha256(""));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
