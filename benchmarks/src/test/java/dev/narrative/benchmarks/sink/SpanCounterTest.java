package dev.narrative.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SpanCounterTest {
    private static final byte[] SPAN = field(5, "name".getBytes(StandardCharsets.UTF_8));

    @Test
    void countsSpans_overResourcesAndScopes() {
        byte[] scope = join(field(1, new byte[] {10, 1, 'x'}), field(2, SPAN), field(2, SPAN));
        byte[] resource = join(field(1, new byte[0]), field(2, scope), field(2, scope), field(3, new byte[200]));
        byte[] request = join(field(1, resource), field(1, resource));

        assertThat(SpanCounter.count(request)).isEqualTo(8);
    }

    @Test
    void countsNothing_inEmptyRequest() {
        assertThat(SpanCounter.count(new byte[0])).isZero();
    }

    @Test
    void skipsFieldsItDoesNotKnow() {
        byte[] numbers = {(9 << 3), (byte) 0x96, 1, (10 << 3) | 1, 0, 0, 0, 0, 0, 0, 0, 0, (11 << 3) | 5, 0, 0, 0, 0};
        byte[] request = join(numbers, field(1, join(numbers, field(2, join(field(2, SPAN), numbers)))));

        assertThat(SpanCounter.count(request)).isEqualTo(1);
    }

    @Test
    void refuses_whenCutShort() {
        byte[] whole = field(1, field(2, field(2, SPAN)));
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThatThrownBy(() -> SpanCounter.count(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_whenFieldOutgrowsItsMessage() {
        byte[] request = {(1 << 3) | 2, 2, (2 << 3) | 2, 1, 0};

        assertThatThrownBy(() -> SpanCounter.count(request)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((number << 3) | 2);
        int length = content.length;
        for (; length > 0x7f; length >>>= 7) {
            out.write((length & 0x7f) | 0x80);
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
