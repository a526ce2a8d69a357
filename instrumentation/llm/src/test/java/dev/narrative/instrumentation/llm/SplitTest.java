package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.instrumentation.llm.stream.BodyReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the pieces in which an answer comes, the call tells the same. */
final class SplitTest {
    static List<Sample> samples() {
        return Samples.ALL;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheSame_inTwoPieces(Sample sample) {
        Map<String, Object> whole = Played.of(sample).attributes();
        byte[] answer = sample.answerBytes();
        for (int split = 0; split <= answer.length; split++) {
            Played played = Played.asked(sample);
            BodyReader reader = played.answerReader(sample.contentType());
            reader.bytes(answer, 0, split);
            reader.bytes(answer, split, answer.length - split);
            reader.end();
            assertThat(played.attributes()).as("split at %s", split).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheSame_byteByByte(Sample sample) {
        assertThat(byteByByte(sample, sample.answerBytes(), sample.contentType()))
                .isEqualTo(Played.of(sample).attributes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheSame_whenCompressed(Sample sample) throws IOException {
        if (sample.contentType().contains("amazon")) {
            return;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(sample.answerBytes());
        }

        assertThat(byteByByte(sample, packed.toByteArray(), sample.contentType()))
                .isEqualTo(Played.of(sample).attributes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheSame_whateverTheHeaderSays(Sample sample) {
        for (String wrong : new String[] {"text/plain", "application/json", "text/event-stream", ""}) {
            assertThat(byteByByte(sample, sample.answerBytes(), wrong))
                    .isEqualTo(Played.of(sample).attributes());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheSame_withOtherLineEnds(Sample sample) {
        if (!sample.contentType().contains("event-stream")) {
            return;
        }
        String text = new String(sample.answerBytes(), StandardCharsets.UTF_8);
        for (String lineEnd : new String[] {"\r\n", "\r"}) {
            byte[] other = text.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
            assertThat(byteByByte(sample, other, sample.contentType()))
                    .isEqualTo(Played.of(sample).attributes());
        }
    }

    private static Map<String, Object> byteByByte(Sample sample, byte[] answer, String contentType) {
        Played played = Played.asked(sample);
        BodyReader reader = played.answerReader(contentType);
        for (int i = 0; i < answer.length; i++) {
            reader.bytes(answer, i, 1);
        }
        reader.end();
        return played.attributes();
    }
}
