package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenAiChatTest {
    @Test
    void readsCall_withToolsAndImages() {
        Played call = Played.of(Samples.OPENAI_CHAT);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("gpt-5-mini");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("gpt-5-mini-2025-08-07");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("chatcmpl-1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(40, 64, 16, 0, 30, 20));
        assertThat(call.finishReasons()).containsExactly("tool_calls");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Let me look."},{"type":"tool_call","id":"call_1","name":"weather","arguments":"{\\"city\\":\\"Lisbon\\"}"},{"type":"tool_call","id":"call_2","name":"weather","arguments":"{\\"city\\":\\"Porto\\"}"}],"finish_reason":"tool_call"}]""");
        assertThat(call.input()).isEqualTo("""
                [{"role":"system","parts":[{"type":"text","content":"You plan trips."}]},{"role":"user","parts":[{"type":"text","content":"Where is this?"},{"type":"blob","modality":"image","mime_type":"image/png","size":5,"sha256":"3ce781d3ab1d65fee96552a54415d9902cf9622911ab54192015a158e18dc0e6"},{"type":"uri","modality":"image","uri":"https://img.example/a.png"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"call_0","name":"locate","arguments":"{\\"image\\":1}"}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"call_0","response":"Lisbon\\nPortugal"}]}]""");
        assertThat(call.attribute("gen_ai.request.temperature")).isEqualTo(0.2);
        assertThat(call.attribute("gen_ai.request.max_tokens")).isEqualTo(400L);
        assertThat(call.attribute("gen_ai.request.seed")).isEqualTo(7L);
        assertThat(call.attribute("gen_ai.request.stop_sequences")).isEqualTo(List.of("END", "STOP"));
        assertThat(call.attribute("narrative.llm.reasoning_effort")).isEqualTo("low");
        assertThat((String) call.attribute("gen_ai.tool.definitions")).contains("weather");
    }

    @Test
    void keepsChoicesApart_whenInterleaved() {
        Played call = Played.of(Samples.OPENAI_CHAT_STREAM);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("gpt-4o");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("gpt-4o-2024-08-06");
        assertThat(call.usage()).isEqualTo(new TokenUsage(11, 0, 0, 0, 9, 0));
        assertThat(call.finishReasons()).containsExactly("stop", "length");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hello 😀"}],"finish_reason":"stop"},{"role":"assistant","parts":[{"type":"text","content":"Olá, mundo 😀"}],"finish_reason":"length"}]""");
        assertThat(call.attribute("gen_ai.request.stream")).isEqualTo(true);
    }

    @Test
    void takesAzuresModelFromAnswer_notDeployment() {
        Played call = Played.of(Samples.AZURE_STREAM);

        assertThat(call.attribute("gen_ai.request.model")).isNull();
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("gpt-4o-2024-11-20");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("chatcmpl-az");
        assertThat(call.attribute("gen_ai.provider.name")).isEqualTo("azure.ai.openai");
        assertThat(call.usage()).isNull();
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"content_filter"}]""");
    }

    @Test
    void readsReasoningAndCacheHits_ofDeepSeek() {
        Played call = Played.of(Samples.DEEPSEEK);

        assertThat(call.usage()).isEqualTo(new TokenUsage(26, 64, 0, 0, 5, 25));
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Two and two."},{"type":"text","content":"4"}],"finish_reason":"stop"}]""");
    }

    @Test
    void readsUsageBesideChoices_ofGroq() {
        Played call = Played.of(Samples.GROQ);

        assertThat(call.usage()).isEqualTo(new TokenUsage(12, 0, 0, 0, 8, 0));
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Greet."},{"type":"text","content":"Hey"}],"finish_reason":"stop"}]""");
    }

    @Test
    void readsContentAsParts_ofMistral() {
        Played call = Played.of(Samples.MISTRAL);

        assertThat(call.usage()).isEqualTo(new TokenUsage(5, 0, 0, 0, 7, 0));
        assertThat(call.finishReasons()).containsExactly("model_length");
        assertThat(call.attribute("gen_ai.request.seed")).isEqualTo(3L);
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"reasoning","content":"Hmm."},{"type":"text","content":"Because."}],"finish_reason":"length"}]""");
    }

    @Test
    void keepsWhatWasSaid_whenStreamBreaksWithError() {
        Played call = Played.of(Samples.OPENROUTER);

        assertThat(call.attribute("error")).isEqualTo("502: Provider disconnected");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hal"}],"finish_reason":"error"}]""");
        assertThat(call.usage()).isNull();
    }

    @Test
    void countsReasoningApart_whereTotalSaysSo() {
        Played call = Played.of(Samples.XAI);

        assertThat(call.usage()).isEqualTo(new TokenUsage(26, 6, 0, 0, 9, 94));
    }

    @Test
    void readsOlderFunctionsRefusalAndAudio() {
        Played call = Played.of(Samples.OPENAI_LEGACY);

        assertThat(call.usage()).isEqualTo(new TokenUsage(0, 0, 0, 0, 6, 0));
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"tool_call","name":"sum","arguments":"{\\"a\\":1}"},{"type":"text","content":"No.Nope."},{"type":"blob","modality":"audio","size":4,"sha256":"aa40ebcc97ccf9ef866d1b5a161c39dc5cb008a9c275191497227ffa219cf1a9"}],"finish_reason":"tool_call"}]""");
        assertThat(call.input()).isEqualTo("""
                [{"role":"tool","parts":[{"type":"tool_call_response","id":"sum","response":"3"}]},{"role":"user","parts":[{"type":"text","content":"Again"}]}]""");
    }

    @Test
    void tellsToolCallsApart_withoutOrWithWrongIndex() {
        Played call = Played.of(Samples.TOOLS_STREAM);

        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"tool_call","id":"a","name":"weather","arguments":"{\\"city\\":\\"Lisbon\\"}"},{"type":"tool_call","id":"b","name":"weather","arguments":"{}"},{"type":"tool_call","id":"c","name":"time","arguments":"{\\"z\\":1}"}],"finish_reason":"tool_call"}]""");
    }
}
