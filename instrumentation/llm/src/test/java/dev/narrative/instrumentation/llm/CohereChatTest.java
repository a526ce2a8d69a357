package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class CohereChatTest {
    @Test
    void readsCall_andCountsWhatIsBilled() {
        Played call = Played.of(Samples.COHERE);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("command-a-03-2025");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("co-1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(13, 4, 0, 0, 12, 0));
        assertThat(call.finishReasons()).containsExactly("TOOL_CALL");
        assertThat(call.attribute("gen_ai.request.top_p")).isEqualTo(0.7);
        assertThat(call.attribute("gen_ai.request.top_k")).isEqualTo(10.0);
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"I will ask.Hm."},{"type":"text","content":"Wait."},{"type":"tool_call","id":"q_1","name":"q","arguments":"{\\"x\\":1}"}],"finish_reason":"tool_call"}]""");
        assertThat(call.input()).isEqualTo("""
                [{"role":"system","parts":[{"type":"text","content":"Short."}]},{"role":"user","parts":[{"type":"text","content":"Hi"}]}]""");
    }

    @Test
    void readsStream() {
        Played call = Played.of(Samples.COHERE_STREAM);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("command-a-03-2025");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("co-2");
        assertThat(call.usage()).isEqualTo(new TokenUsage(3, 0, 0, 0, 9, 0));
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Plan."},{"type":"text","content":"Hello"},{"type":"tool_call","id":"q_2","name":"q","arguments":"{\\"x\\":2}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void readsStreamOfVersionOne() {
        Played call = Played.of(Samples.COHERE_V1);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("command-r");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("rs-1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(4, 0, 0, 0, 2, 0));
        assertThat(call.finishReasons()).containsExactly("COMPLETE");
        assertThat(call.system()).isEqualTo("""
                [{"type":"text","content":"Kind."}]""");
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"A"}]},{"role":"assistant","parts":[{"type":"text","content":"B"}]},{"role":"user","parts":[{"type":"text","content":"Hi"}]}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]""");
    }
}
