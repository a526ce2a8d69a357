package dev.narrative.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ByteSearchTest {
    @Test
    void findsTheFirstOfBoth_wherever() {
        for (int length = 0; length < 40; length++) {
            for (int place = 0; place < length; place++) {
                byte[] bytes = new byte[length];
                Arrays.fill(bytes, (byte) (place % 2 == 0 ? '#' : 0xa2));
                bytes[place] = '"';
                bytes[length - 1] = place == length - 1 ? (byte) '"' : (byte) '\\';

                assertThat(ByteSearch.first((byte) '"', (byte) '\\', bytes, 0, length))
                        .as("%d of %d", place, length)
                        .isEqualTo(place);
                assertThat(ByteSearch.first((byte) '"', (byte) '\\', bytes, place, length))
                        .isEqualTo(place);
            }
        }
    }

    @Test
    void looksNoFurtherThanItMay() {
        byte[] bytes = "0123456789abcdef\"".getBytes(StandardCharsets.UTF_8);

        assertThat(ByteSearch.first((byte) '"', (byte) '\\', bytes, 3, 16)).isEqualTo(16);
        assertThat(ByteSearch.first((byte) '"', (byte) '\\', bytes, 3, 17)).isEqualTo(16);
        assertThat(ByteSearch.first((byte) '"', (byte) '\\', bytes, 5, 5)).isEqualTo(5);
    }
}
