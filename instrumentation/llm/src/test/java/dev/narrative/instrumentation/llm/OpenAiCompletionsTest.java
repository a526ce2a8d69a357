package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class OpenAiCompletionsTest {
    @Test
    void readsStream() {
        Played call = Played.of(Samples.COMPLETIONS);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("gpt-3.5-turbo-instruct");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("gpt-3.5-turbo-instruct");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("cmpl-1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(1, 0, 0, 0, 4, 0));
        assertThat(call.finishReasons()).containsExactly("length");
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"Once"}]}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":" upon a time"}],"finish_reason":"length"}]""");
        assertThat(call.attribute("gen_ai.operation.name")).isEqualTo("text_completion");
    }
}
