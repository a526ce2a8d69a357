package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Span;
import dev.narrative.model.StatusCode;
import dev.narrative.model.TokenUsage;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls that a framework makes, and the requests within them. */
class ModelSpanTest {
    private static final String FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";

    private final EndedSpans ended = EndedSpans.start(AgentConfig.defaults());
    private final ModelApi chat = ModelApi.ofFramework("chat", null);
    private final ModelSpan span = ModelSpan.begin(AgentRuntime.tracer(), chat, null);

    @Test
    void isOneCall_whenARequestFailsAndTheNextDoesNot() {
        exchange("/v1/chat/completions").requestEnded(429, null);
        exchange("/v1/chat/completions").requestEnded(200, null);
        span.exit(null);

        assertThat(ended.all()).containsExactly(span);
        assertThat(span.status()).isEqualTo(StatusCode.UNSET);
        assertThat(EndedSpans.attributes(span))
                .containsEntry("narrative.llm.attempts", 2L)
                .containsEntry("gen_ai.provider.name", "openai");
    }

    @Test
    void tellsWhenTheFirstTokenCame() {
        span.call().streaming(true);
        span.call().tokenArrived();
        span.exit(null);

        assertThat(EndedSpans.attributes(span)).hasEntrySatisfying(FIRST_CHUNK, seconds -> assertThat((double) seconds)
                .isPositive()
                .isLessThanOrEqualTo((span.endEpochNanos() - span.startEpochNanos()) / 1e9));
    }

    @Test
    void tellsOfNoFirstToken_whenTheCallerHadLeftBefore() {
        span.call().streaming(true);
        span.exit(null);
        span.call().tokenArrived();

        assertThat(EndedSpans.attributes(span)).doesNotContainKey(FIRST_CHUNK);
    }

    @Test
    void letsARequestGoAgain_beforeItsErrorIsRead() {
        ModelExchange first = exchange("/v1/chat/completions");
        first.answerReader(503, "application/json");

        assertThat(exchange("/v1/chat/completions").span()).isSameAs(span);
    }

    @Test
    void keepsOneAnswer_andLeavesFurtherRequestsToSpansOfTheirOwn() {
        exchange("/v1/chat/completions").requestEnded(200, null);
        ModelExchange next = exchange("/v1/chat/completions");

        assertThat(next.span()).isNotSameAs(span);
        assertThat(next.span().parent()).isSameAs(span);
    }

    @Test
    void leavesRequestsOfTheSameTime_toSpansOfTheirOwn() {
        exchange("/v1/chat/completions");

        assertThat(exchange("/v1/chat/completions").span()).isNotSameAs(span);
    }

    @Test
    void leavesEmbeddingsWithinAChat_toASpanOfTheirOwn() {
        assertThat(exchange("/v1/embeddings").span()).isNotSameAs(span);
        assertThat(span.wasTried()).isFalse();
    }

    @Test
    void takesAnyWayToChat_asAnAttempt() {
        ModelExchange exchange = exchange("/v1beta/models/gemini-2.5-flash:generateContent");
        exchange.requestEnded(200, null);
        span.exit(null);

        assertThat(exchange.span()).isSameAs(span);
        assertThat(span.name()).isEqualTo("generate_content gemini-2.5-flash");
    }

    @Test
    void isTheFrameworksProvider_whereAnUnknownHostSpeaksOpenAisFormat() {
        assertThat(provider("mistral_ai", "gateway.example")).isEqualTo("mistral_ai");
        assertThat(provider(null, "gateway.example")).isEqualTo("openai");
        assertThat(provider("mistral_ai", "api.groq.com")).isEqualTo("groq");
    }

    private @Nullable Object provider(@Nullable String ofFramework, String host) {
        ModelSpan asked = ModelSpan.begin(AgentRuntime.tracer(), ModelApi.ofFramework("chat", ofFramework), null);
        Objects.requireNonNull(ModelExchange.begin(
                        AgentRuntime.tracer(), "POST", "https://" + host + "/v1/chat/completions", host, asked))
                .requestEnded(200, null);
        asked.exit(null);
        return EndedSpans.attributes(asked).get("gen_ai.provider.name");
    }

    @Test
    void tellsWhatTheFrameworkKnows_whenNoRequestWasMade() {
        span.call().requestModel("tiny");
        span.call().usage(TokenUsage.ofTotals(3, 0, 0, 2, 0));
        span.exit(null);

        assertThat(span.name()).isEqualTo("chat tiny");
        assertThat(EndedSpans.attributes(span))
                .containsEntry("gen_ai.usage.input_tokens", 3L)
                .doesNotContainKeys("gen_ai.provider.name", "narrative.cost.total", "narrative.llm.attempts");
    }

    @Test
    void waitsForAnAnswerThatComesLater_andHearsItOnce() {
        span.enter();
        span.exitStreaming(null);
        assertThat(Span.current()).isNull();
        assertThat(span.hasEnded()).isFalse();

        span.answered(new IOException("cut"));
        span.answered(null);

        assertThat(ended.all()).containsExactly(span);
        assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void endsWithItsRequest_whenTheAnswerIsStreamed() {
        ModelExchange exchange = exchange("/v1/chat/completions");
        span.enter();
        span.exitStreaming(null);
        assertThat(span.hasEnded()).isFalse();

        exchange.requestEnded(200, null);
        assertThat(span.hasEnded()).isTrue();
    }

    @Test
    void includesCallsOfItsKind_untilItEnds() {
        assertThat(span.includes(chat)).isTrue();
        assertThat(span.includes(ModelApi.ofFramework("embeddings", null))).isFalse();
        span.exit(null);
        assertThat(span.includes(chat)).isFalse();
    }

    private ModelExchange exchange(String path) {
        @Nullable
        ModelExchange begun =
                ModelExchange.begin(AgentRuntime.tracer(), "POST", "http://localhost" + path, "localhost", span);
        return Objects.requireNonNull(begun);
    }
}
