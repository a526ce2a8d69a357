package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class AnthropicMessagesTest {
    @Test
    void readsBlocksAndCacheBuckets() {
        Played call = Played.of(Samples.ANTHROPIC);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("claude-sonnet-4-5");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("claude-sonnet-4-5-20250929");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("msg_1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(10, 1000, 100, 200, 44, 0));
        assertThat(call.finishReasons()).containsExactly("tool_use");
        assertThat(call.system()).isEqualTo("""
                [{"type":"text","content":"Be exact."}]""");
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"What is it?"},{"type":"blob","modality":"image","mime_type":"image/png","size":5,"sha256":"333d6b3a3c1f5db6c9bdda5939b136986d170f4649172a68368d54ecb44c2ff2"},{"type":"file","modality":"document","file_id":"file_1"}]},{"role":"assistant","parts":[{"type":"reasoning","content":"Look."},{"type":"tool_call","id":"toolu_0","name":"calc","arguments":"{\\"a\\":1}"}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"toolu_0","response":"2"},{"type":"blob","modality":"image","mime_type":"image/png","size":3,"sha256":"63c1dd951ffedf6f7fd968ad4efa39b8ed584f162f46e715114ee184f8de9201"}]}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Add."},{"type":"tool_call","id":"srv_1","name":"web_search","arguments":"{\\"query\\":\\"sum\\"}"},{"type":"tool_call_response","id":"srv_1","response":""},{"type":"text","content":"It is 2."},{"type":"tool_call","id":"toolu_1","name":"calc","arguments":"{\\"a\\":2}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void takesLaterCountsInPlaceOfEarlier() {
        Played call = Played.of(Samples.ANTHROPIC_STREAM);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("claude-haiku-4-5");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("msg_2");
        assertThat(call.usage()).isEqualTo(new TokenUsage(25, 50, 10, 30, 15, 0));
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Greet."},{"type":"text","content":"Hello"},{"type":"tool_call","id":"toolu_2","name":"calc","arguments":"{\\"a\\": 7}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void tellsErrorInStream_andWhatWasCounted() {
        Played call = Played.of(Samples.ANTHROPIC_OVERLOADED);

        assertThat(call.attribute("error")).isEqualTo("overloaded_error: Overloaded");
        assertThat(call.usage()).isEqualTo(new TokenUsage(9, 0, 0, 0, 1, 0));
    }

    @Test
    void takesModelFromPath_onVertex() {
        Played call = Played.of(Samples.ANTHROPIC_VERTEX);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("claude-haiku-4-5@20251001");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(call.attribute("gen_ai.provider.name")).isEqualTo("gcp.vertex_ai");
        assertThat(call.usage()).isEqualTo(new TokenUsage(25, 50, 10, 30, 15, 0));
    }
}
