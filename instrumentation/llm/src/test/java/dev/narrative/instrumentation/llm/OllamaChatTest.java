package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class OllamaChatTest {
    @Test
    void readsLines_streamedUnasked() {
        Played call = Played.of(Samples.OLLAMA_STREAM);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("qwen3");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("qwen3");
        assertThat(call.usage()).isEqualTo(new TokenUsage(26, 0, 0, 0, 8, 0));
        assertThat(call.finishReasons()).containsExactly("stop");
        assertThat(call.attribute("gen_ai.request.stream")).isEqualTo(true);
        assertThat(call.attribute("narrative.llm.reasoning_effort")).isEqualTo("low");
        assertThat(call.attribute("gen_ai.request.max_tokens")).isEqualTo(30L);
        assertThat(call.input()).isEqualTo("""
                [{"role":"system","parts":[{"type":"text","content":"S"}]},{"role":"user","parts":[{"type":"text","content":"See"},{"type":"blob","modality":"image","size":5,"sha256":"333d6b3a3c1f5db6c9bdda5939b136986d170f4649172a68368d54ecb44c2ff2"}]},{"role":"assistant","parts":[{"type":"tool_call","name":"f","arguments":"{\\"a\\":1}"}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"f","response":"1"}]}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},{"type":"text","content":"Hello"},{"type":"tool_call","name":"f","arguments":"{\\"a\\":2}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void tellsErrorLine() {
        Played call = Played.of(Samples.OLLAMA_ERROR);

        assertThat(call.attribute("error")).isEqualTo("null: model runner has unexpectedly stopped");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hel"}]}]""");
        assertThat(call.usage()).isNull();
    }
}
