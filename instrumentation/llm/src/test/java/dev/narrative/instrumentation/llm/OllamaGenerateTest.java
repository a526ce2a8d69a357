package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class OllamaGenerateTest {
    @Test
    void readsDocumentWithLineBreaks() {
        Played call = Played.of(Samples.OLLAMA_GENERATE);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("llama3.2");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("llama3.2");
        assertThat(call.usage()).isEqualTo(new TokenUsage(5, 0, 0, 0, 3, 0));
        assertThat(call.finishReasons()).containsExactly("length");
        assertThat(call.attribute("gen_ai.operation.name")).isEqualTo("text_completion");
        assertThat(call.attribute("gen_ai.request.stream")).isNull();
        assertThat(call.system()).isEqualTo("""
                [{"type":"text","content":"Short."}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Because."}],"finish_reason":"length"}]""");
    }
}
