package dev.narrative.instrumentation.sdk.retries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.SpanSink;
import dev.narrative.core.trace.Tracer;
import dev.narrative.instrumentation.llm.ModelExchange;
import dev.narrative.instrumentation.llm.ModelSpan;
import dev.narrative.model.StatusCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkCallsTest {
    private static final String CHAT = "https://api.openai.com/v1/chat/completions";
    private static final String EMBEDDINGS = "https://api.openai.com/v1/embeddings";

    private final List<Span> ended = new ArrayList<>();

    @BeforeEach
    void start() {
        SpanSink sink = new SpanSink() {
            @Override
            public void begin() {}

            @Override
            public void accept(Span span) {
                ended.add(span);
            }
        };
        AgentRuntime.start(new Tracer(sink, Sampler.ALL), AgentConfig.defaults());
    }

    @Test
    void leavesRequestsAlone_thatAreNotForAModel() {
        assertThat(SdkCalls.begin("GET", "https://api.openai.com/v1/models")).isNull();
        assertThat(SdkCalls.begin("POST", "https://api.openai.com/v1/files")).isNull();
        assertThat(Span.current()).isNull();
    }

    @Test
    void endsACall_whenTheMethodHasLeftAndTheAnswerIsRead() {
        ModelSpan call = begin(CHAT);
        ModelExchange attempt = attempt(CHAT);
        call.exit(null);
        assertThat(Span.current()).isNull();
        assertThat(ended).isEmpty();

        attempt.requestEnded(200, null);

        assertThat(ended).containsExactly(call);
        assertThat(call.status()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void belongsToACall_thatAFrameworkHasBegun() {
        ModelSpan above = begin(CHAT);

        assertThat(SdkCalls.begin("POST", CHAT)).isNull();
        ModelSpan other = begin(EMBEDDINGS);
        assertThat(other).isNotSameAs(above);
        other.exit(null);
        above.exit(null);
    }

    @Test
    void isACallOfItsOwn_afterTheOneAroundIsOver() {
        ModelSpan over = begin(CHAT);
        over.release();

        begin(CHAT).exit(null);
        over.leave();

        assertThat(ended).hasSize(2);
    }

    @Test
    void letsAnEnqueuedCallGo_beforeTheApplicationLearnsOfIt() {
        ModelSpan call = begin(CHAT);
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<?> handedOut = Objects.requireNonNull(SdkCalls.later(call, answer, null));
        List<Boolean> overAlready = new ArrayList<>();
        handedOut.thenRun(() -> overAlready.add(call.hasEnded()));
        assertThat(Span.current()).isNull();

        answer.complete("answered");

        assertThat(handedOut.join()).isEqualTo("answered");
        assertThat(overAlready).containsExactly(true);
    }

    @Test
    void tellsWhyAnEnqueuedCallFailed_withoutItsWrapping() {
        ModelSpan call = begin(CHAT);
        CompletableFuture<String> answer = new CompletableFuture<>();
        SdkCalls.later(call, answer, null);

        answer.completeExceptionally(new CompletionException(new IOException("no route")));

        assertThat(ended).containsExactly(call);
        assertThat(call.statusMessage()).isEqualTo("no route");
    }

    @Test
    void endsACall_thatCouldNotBeEnqueued() {
        ModelSpan call = begin(CHAT);

        assertThat(SdkCalls.later(call, null, new IllegalStateException("closed")))
                .isNull();

        assertThat(Span.current()).isNull();
        assertThat(call.statusMessage()).isEqualTo("closed");
    }

    private static ModelSpan begin(String url) {
        return Objects.requireNonNull(SdkCalls.begin("POST", url));
    }

    private static ModelExchange attempt(String url) {
        return Objects.requireNonNull(
                ModelExchange.begin(AgentRuntime.tracer(), "POST", url, "api.openai.com", Span.current()));
    }
}
