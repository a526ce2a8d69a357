package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BedrockInvokeTest {
    @Test
    void readsAnthropicsStream_andCountsItOnce() {
        Played call = Played.of(Samples.INVOKE_ANTHROPIC);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("anthropic.claude-sonnet-4");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("claude-sonnet-4");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("msg_b");
        assertThat(call.usage()).isEqualTo(new TokenUsage(3, 11, 0, 0, 13, 0));
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Olá"}],"finish_reason":"stop"}]""");
    }

    @Test
    void readsTitan() {
        Played call = Played.of(Samples.INVOKE_TITAN);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("amazon.titan-text-express-v1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(5, 0, 0, 0, 16, 0));
        assertThat(call.finishReasons()).containsExactly("FINISH");
        assertThat(call.attribute("gen_ai.request.max_tokens")).isEqualTo(64L);
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]""");
    }

    @Test
    void readsLlamasStream() {
        Played call = Played.of(Samples.INVOKE_LLAMA);

        assertThat(call.usage()).isEqualTo(new TokenUsage(7, 0, 0, 0, 2, 0));
        assertThat(call.attribute("gen_ai.request.max_tokens")).isEqualTo(20L);
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]""");
    }

    @Test
    void takesCountsFromMetrics_whereModelTellsNone() {
        Played call = Played.of(Samples.INVOKE_MISTRAL);

        assertThat(call.usage()).isEqualTo(new TokenUsage(9, 0, 0, 0, 4, 0));
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]""");
    }

    @Test
    void readsNovasStream() {
        Played call = Played.of(Samples.INVOKE_NOVA);

        assertThat(call.usage()).isEqualTo(new TokenUsage(8, 1, 0, 0, 2, 0));
        assertThat(call.finishReasons()).containsExactly("end_turn");
        assertThat(call.system()).isEqualTo("""
                [{"type":"text","content":"S"}]""");
        assertThat(call.output()).isEqualTo("""
                [{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]""");
    }

    @Test
    void readsEmbedding() {
        Played call = Played.of(Samples.INVOKE_EMBED);

        assertThat(call.usage()).isEqualTo(new TokenUsage(3, 0, 0, 0, 0, 0));
        assertThat(call.attribute("gen_ai.operation.name")).isEqualTo("embeddings");
        assertThat(call.output()).isNull();
    }

    @Test
    void takesCountsFromHeaders_whenBodyHasNone() {
        Played call = Played.asked(Samples.INVOKE_MISTRAL);
        Map<String, String> headers = Map.of(
                "x-amzn-bedrock-input-token-count", "12",
                "x-amzn-bedrock-output-token-count", "5",
                "x-amzn-bedrock-cache-read-input-token-count", "3");

        call.api().format().headers(headers::get, call.call());

        assertThat(call.usage()).isEqualTo(new TokenUsage(12, 3, 0, 0, 5, 0));
    }

    @Test
    void takesTheTypeOfAnErrorFromAHeader() {
        Played call = Played.asked(Samples.INVOKE_MISTRAL);
        Map<String, String> headers =
                Map.of("x-amzn-errortype", "ThrottlingException:http://internal.amazon.com/coral/");

        call.api().format().headers(headers::get, call.call());

        assertThat(call.call().errorType()).isEqualTo("ThrottlingException");
    }

    @Test
    void ignoresHeaders_thatAreNoNumbers() {
        Played call = Played.asked(Samples.INVOKE_MISTRAL);

        call.api().format().headers(name -> "many", call.call());

        assertThat(call.usage()).isNull();
    }
}
