package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

final class GzipBodyTest {
    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    @Test
    void readsOverHeader_ofEveryKind() {
        for (int flags = 0; flags < 32; flags++) {
            byte[] body = gzip("{\"x\":1}", flags);
            for (int piece = 1; piece <= body.length; piece++) {
                assertThat(told(body, piece))
                        .as("flags %s, pieces of %s", flags, piece)
                        .containsExactly("document {\"x\":1}");
            }
        }
    }

    @Test
    void tellsWhatCame_whenCut() {
        byte[] body = gzip("{\"x\":1,\"y\":\"" + "a".repeat(5_000) + "\"}", 0);

        assertThat(told(Arrays.copyOf(body, body.length - 12), 7))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("document {\"x\":1");
    }

    @Test
    void givesUp_whenDamaged() {
        byte[] body = gzip("{\"x\":1}", 0);
        Arrays.fill(body, 10, body.length, (byte) 0xff);

        assertThat(told(body, 3)).isEmpty();
    }

    @Test
    void ignores_whatFollowsTheEnd() {
        byte[] body = gzip("{\"x\":1}", NAME);

        assertThat(told(Arrays.copyOf(body, body.length + 100), 16)).containsExactly("document {\"x\":1}");
    }

    private static List<String> told(byte[] body, int piece) {
        return Heard.of(body, piece, AnswerBody.Form.WHOLE, "application/json");
    }

    /** With the parts that the flags announce; the sums are not looked at. */
    private static byte[] gzip(String text, int flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 0, 0, 0, 0, 0, 3});
        if ((flags & EXTRA) != 0) {
            out.writeBytes(new byte[] {3, 0, 1, 0, 2});
        }
        if ((flags & NAME) != 0) {
            out.writeBytes("name.json\0".getBytes(UTF_8));
        }
        if ((flags & COMMENT) != 0) {
            out.writeBytes("said\0".getBytes(UTF_8));
        }
        if ((flags & CHECKSUM) != 0) {
            out.writeBytes(new byte[] {1, 0});
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(text.getBytes(UTF_8));
        deflater.finish();
        byte[] packed = new byte[10_000];
        out.write(packed, 0, deflater.deflate(packed));
        deflater.end();
        out.writeBytes(new byte[8]);
        return out.toByteArray();
    }
}
