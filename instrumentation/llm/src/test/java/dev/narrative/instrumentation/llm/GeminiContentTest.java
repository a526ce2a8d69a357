package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class GeminiContentTest {
    @Test
    void readsParts_andCountsThoughtsAndToolsOnce() {
        Played call = Played.of(Samples.GEMINI_CONTENT);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("gemini-3-pro");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("gemini-3-pro");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("r-1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(75, 30, 0, 0, 12, 8));
        assertThat(call.finishReasons()).containsExactly("STOP");
        assertThat(call.system()).isEqualTo("""
                [{"type":"text","content":"Be brief."}]""");
        assertThat(call.attribute("gen_ai.request.max_tokens")).isEqualTo(64L);
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"See"},{"type":"blob","modality":"image","mime_type":"image/png","size":5,"sha256":"333d6b3a3c1f5db6c9bdda5939b136986d170f4649172a68368d54ecb44c2ff2"},{"type":"uri","modality":"video","uri":"gs://b/v.mp4"}]},{"role":"assistant","parts":[{"type":"tool_call","name":"find","arguments":"{\\"q\\":\\"a\\"}"}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"find","response":"{\\"r\\":1}"}]}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Look first."},{"type":"text","content":"Found."},{"type":"tool_call","id":"fc1","name":"find","arguments":"{\\"q\\":\\"b\\"}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void countsLastUsage_ofStream() {
        Played call = Played.of(Samples.GEMINI_STREAM);

        assertThat(call.usage()).isEqualTo(new TokenUsage(100, 0, 0, 0, 3, 2));
        assertThat(call.finishReasons()).containsExactly("MAX_TOKENS");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Found."}],"finish_reason":"length"}]""");
    }

    @Test
    void readsStreamedArray() {
        Played call = Played.of(Samples.GEMINI_ARRAY);

        assertThat(call.usage()).isEqualTo(new TokenUsage(100, 0, 0, 0, 3, 2));
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("r-2");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Found."}],"finish_reason":"length"}]""");
    }

    @Test
    void tellsThatPromptWasBlocked() {
        Played call = Played.of(Samples.GEMINI_BLOCKED);

        assertThat(call.usage()).isEqualTo(new TokenUsage(7, 0, 0, 0, 0, 0));
        assertThat(call.finishReasons()).containsExactly("PROHIBITED_CONTENT");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[],"finish_reason":"content_filter"}]""");
    }
}
