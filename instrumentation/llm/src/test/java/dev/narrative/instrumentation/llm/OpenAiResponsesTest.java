package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class OpenAiResponsesTest {
    @Test
    void readsItems() {
        Played call = Played.of(Samples.RESPONSES);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("gpt-5");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("gpt-5-2025-08-07");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("resp_1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(200, 100, 0, 0, 50, 30));
        assertThat(call.finishReasons()).containsExactly("completed");
        assertThat(call.attribute("gen_ai.conversation.id")).isEqualTo("conv_1");
        assertThat(call.system()).isEqualTo("""
                [{"type":"text","content":"Be kind."}]""");
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"Trip?"},{"type":"blob","modality":"image","mime_type":"image/jpeg","size":3,"sha256":"188084cc45511b1c0ddc6d635f13ac6139fc46bf6f63261ed13fdd4e09634c71"},{"type":"file","modality":"document","file_id":"file-1"}]},{"role":"assistant","parts":[{"type":"reasoning","content":"Earlier."}]},{"role":"assistant","parts":[{"type":"tool_call","id":"call_0","name":"book","arguments":"{\\"n\\":1}"}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"call_0","response":"done"}]}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Plan it."},{"type":"tool_call","id":"ws_1","name":"web_search","arguments":"{\\"type\\":\\"search\\",\\"query\\":\\"lisbon\\"}"},{"type":"text","content":"Go to Lisbon."},{"type":"tool_call","id":"call_1","name":"book","arguments":"{\\"n\\":2}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void readsStreamOnce_thoughItsEndRepeatsIt() {
        Played call = Played.of(Samples.RESPONSES_STREAM);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("gpt-5");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("gpt-5-2025-08-07");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("resp_2");
        assertThat(call.usage()).isEqualTo(new TokenUsage(40, 0, 0, 0, 12, 10));
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Think."},{"type":"text","content":"Booking."},{"type":"tool_call","id":"call_9","name":"book","arguments":"{\\"n\\":2}"}],"finish_reason":"tool_call"}]""");
    }

    @Test
    void tellsWhyItIsIncomplete() {
        Played call = Played.of(Samples.RESPONSES_INCOMPLETE);

        assertThat(call.finishReasons()).containsExactly("max_output_tokens");
        assertThat(call.usage()).isEqualTo(new TokenUsage(5, 0, 0, 0, 0, 16));
    }

    @Test
    void tellsErrorOfFailedStream() {
        Played call = Played.of(Samples.RESPONSES_FAILED);

        assertThat(call.attribute("error")).isEqualTo("server_error: The model broke.");
        assertThat(call.finishReasons()).containsExactly("failed");
        assertThat(call.usage()).isNull();
    }
}
