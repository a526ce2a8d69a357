package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.instrumentation.llm.EventFrames;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventStreamBodyTest {
    private static final byte[] ONE = frame(":event-type", "one", "{\"x\":1}");
    private static final byte[] TWO = frame(":event-type", "two", "{\"x\":\"é\"}");

    @Test
    void readsFrames_inPieces() {
        byte[] body = joined(ONE, TWO);

        for (int piece = 1; piece <= body.length; piece++) {
            assertThat(told(body, piece)).containsExactly("one {\"x\":1}", "two {\"x\":\"é\"}");
        }
    }

    @Test
    void unwrapsBytes() {
        byte[] body = frame(":event-type", "chunk", "{\"bytes\":\"eyJ4IjoxfQ==\",\"p\":\"abc\"}");

        assertThat(told(body, 5)).containsExactly("null {\"x\":1}");
    }

    @Test
    void leavesOut_bytesThatAreNoBase64() {
        byte[] body = joined(frame(":event-type", "chunk", "{\"bytes\":\"%%%\"}"), ONE);

        assertThat(told(body, 5)).containsExactly("one {\"x\":1}");
    }

    @Test
    void tellsException_withoutPayload() {
        assertThat(told(frame(":exception-type", "throttlingException", ""), 4))
                .containsExactly("throttlingException null");
        assertThat(told(frame(":error-code", "InternalFailure", ""), 4)).containsExactly("InternalFailure null");
    }

    @Test
    void tellsWhatCame_whenFrameIsCut() {
        byte[] body = joined(ONE, Arrays.copyOf(TWO, TWO.length - 6));

        assertThat(told(body, 9)).containsExactly("one {\"x\":1}", "two {\"x\":\"é\"}");
    }

    @Test
    void givesUp_whenLengthsAreWrong() {
        for (int[] lengths : new int[][] {{10, 0}, {16, 1}, {100, 1 << 20}, {0, 0}, {200, -1}}) {
            byte[] wrong = ByteBuffer.allocate(64)
                    .putInt(lengths[0])
                    .putInt(lengths[1])
                    .array();

            assertThat(told(joined(ONE, wrong, TWO), 3)).containsExactly("one {\"x\":1}");
        }
    }

    @Test
    void waits_forFrameThatNeverEnds() {
        byte[] endless =
                ByteBuffer.allocate(12).putInt(Integer.MAX_VALUE).putInt(0).array();

        assertThat(told(joined(endless, new byte[100_000]), 1_000)).isEmpty();
    }

    @Test
    void survivesWrongHeaders() {
        byte[] body = ONE.clone();
        for (int at = 12; at < body.length - 4; at++) {
            for (int value : new int[] {0, 7, 99, 255}) {
                byte[] wrong = body.clone();
                wrong[at] = (byte) value;
                assertThat(told(joined(wrong, TWO), 11)).contains("two {\"x\":\"é\"}");
            }
        }
    }

    @Test
    void readsErrorInJson_whateverTheHeaderSays() {
        assertThat(told("{\"message\":\"no\"}".getBytes(UTF_8), 4)).containsExactly("document {\"message\":\"no\"}");
    }

    private static byte[] frame(String header, String name, String payload) {
        return EventFrames.frame(header, name, payload.getBytes(UTF_8));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static List<String> told(byte[] body, int piece) {
        return Heard.of(body, piece, AnswerBody.Form.WHOLE, "application/vnd.amazon.eventstream");
    }
}
