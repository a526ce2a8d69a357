package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.instrumentation.llm.stream.BodyReader;
import dev.narrative.model.TokenUsage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tool is given is the application's, whatever its members are called. */
final class ToolArgumentsTest {
    private static final String ARGUMENTS = """
            "name":"index","arguments":"{\\"embedding\\":[0.5,1],\\"logprobs\\":{\\"b64_json\\":[\\"x\\"]},\
            \\"obfuscation\\":\\"k\\",\\"embeddings\\":{\\"logprobsResult\\":true}}\"""";

    static List<Sample> samples() {
        return Samples.TOOL_ARGUMENTS;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areKeptWhole(Sample sample) {
        Played call = Played.of(sample);

        assertThat(call.output()).asString().contains(ARGUMENTS);
        assertThat(call.usage()).isEqualTo(new TokenUsage(10, 0, 0, 0, 44, 0));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areKeptWhole_byteByByte(Sample sample) {
        Played call = Played.asked(sample);
        BodyReader reader = call.answerReader(sample.contentType());
        byte[] answer = sample.answerBytes();
        for (int i = 0; i < answer.length; i++) {
            reader.bytes(answer, i, 1);
        }
        reader.end();

        assertThat(call.output()).asString().contains(ARGUMENTS);
    }
}
