package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class BedrockConverseTest {
    @Test
    void readsBlocksAndCacheBuckets() {
        Played call = Played.of(Samples.CONVERSE);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("eu.anthropic.claude-sonnet-4-5-20250929-v1:0");
        assertThat(call.usage()).isEqualTo(new TokenUsage(30, 60, 15, 25, 12, 0));
        assertThat(call.finishReasons()).containsExactly("tool_use");
        assertThat(call.system()).isEqualTo("""
                [{"type":"text","content":"Be exact."}]""");
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"See"},{"type":"blob","modality":"image","mime_type":"image/png","size":5,"sha256":"333d6b3a3c1f5db6c9bdda5939b136986d170f4649172a68368d54ecb44c2ff2"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"t0","name":"f","arguments":"{\\"a\\":1}"}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"t0","response":"{\\"b\\":2}\\nok"}]}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},{"type":"text","content":"Done."},{"type":"tool_call","id":"t1","name":"f","arguments":"{\\"a\\":2}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void readsEventStream() {
        Played call = Played.of(Samples.CONVERSE_STREAM);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("eu.anthropic.claude-sonnet-4-5-20250929-v1:0");
        assertThat(call.usage()).isEqualTo(new TokenUsage(30, 0, 0, 0, 12, 0));
        assertThat(call.finishReasons()).containsExactly("tool_use");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},{"type":"text","content":"Done é."},{"type":"tool_call","id":"t1","name":"f","arguments":"{\\"a\\":2}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void tellsExceptionInStream() {
        Played call = Played.of(Samples.CONVERSE_THROTTLED);

        assertThat(call.attribute("error")).isEqualTo("throttlingException: Too many tokens");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Do"}]}]""");
        assertThat(call.usage()).isNull();
    }
}
