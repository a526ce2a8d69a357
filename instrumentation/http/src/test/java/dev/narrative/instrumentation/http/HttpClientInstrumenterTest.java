package dev.narrative.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.trace.Span;
import dev.narrative.model.StatusCode;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HttpClientInstrumenterTest {
    private final Ended ended = Ended.start();
    private final HttpClientInstrumenter outer = new HttpClientInstrumenter("narrative.outer");
    private final HttpClientInstrumenter inner = new HttpClientInstrumenter("narrative.inner");
    private final FakeRequest request = new FakeRequest("GET", "https://user:pw@shop.example/a?token=secret&page=2");

    @Test
    void describesTheRequest_withoutItsSecrets() {
        begin(request).end(new FakeResponse(204), null);

        Span span = ended.spans().get(0);
        assertThat(span.name()).isEqualTo("GET");
        assertThat(span.status()).isEqualTo(StatusCode.UNSET);
        assertThat(Ended.attributes(span))
                .containsEntry("http.request.method", "GET")
                .containsEntry("http.response.status_code", 204L)
                .containsEntry("server.address", "shop.example")
                .containsEntry("server.port", 443L)
                .containsEntry("network.protocol.version", "2");
        assertThat(Ended.attributes(span).get("url.full"))
                .asString()
                .contains("shop.example/a", "page=2")
                .doesNotContain("pw@", "secret");
    }

    @Test
    void namesUnknownMethods_soThatTheyCanBeCounted() {
        begin(new FakeRequest("BREW", "http://pot/")).end(null, null);

        Span span = ended.spans().get(0);
        assertThat(span.name()).isEqualTo("HTTP");
        assertThat(Ended.attributes(span))
                .containsEntry("http.request.method", "_OTHER")
                .containsEntry("http.request.method_original", "BREW");
    }

    @Test
    void takesAClientWithinAClient_asOneSpan() {
        HttpClientSpan span = begin(request);

        assertThat(inner.start(request)).isNull();
        assertThat(inner.running()).isNull();
        assertThat(outer.running()).isSameAs(span);
        span.end(new FakeResponse(200), null);
        assertThat(outer.running()).isNull();
        assertThat(Span.current()).isNull();
        assertThat(ended.spans()).hasSize(1);
    }

    @Test
    void knowsTheRequestAround_whateverLiesWithinIt() {
        HttpClientSpan span = begin(request);
        HttpClientSpan within = Objects.requireNonNull(outer.startNested(request));

        assertThat(outer.around()).isSameAs(within);
        assertThat(inner.around()).isNull();
        within.end(null, null);
        assertThat(outer.around()).isSameAs(span);
        span.end(null, null);
        assertThat(outer.around()).isNull();
    }

    @Test
    void tracesARequest_thatAnInterceptorOfTheSameClientMakes() {
        HttpClientSpan span = begin(request);

        assertThat(inner.startNested(request)).isNull();
        HttpClientSpan within = Objects.requireNonNull(outer.startNested(request));
        assertThat(within.parentSpanId()).isEqualTo(span.spanId());
        within.end(null, null);
        assertThat(Span.current()).isSameAs(span);
        span.end(null, null);
    }

    @Test
    void tracesARequest_thatACallbackOfAnotherMakes() throws InterruptedException {
        HttpClientSpan span = begin(request);
        AtomicReference<HttpClientSpan> made = new AtomicReference<>();
        Thread callback = new Thread(() -> made.set(inner.start(request)));
        callback.start();
        callback.join();

        HttpClientSpan within = Objects.requireNonNull(made.get());
        assertThat(within.parentSpanId()).isEqualTo(span.spanId());
        within.end(null, null);
        span.end(null, null);
    }

    @Test
    void endsOnce_onWhateverThread() {
        HttpClientSpan span = begin(request);
        span.detach();
        assertThat(Span.current()).isNull();
        assertThat(span.resume()).isTrue();
        assertThat(span.resume()).isFalse();
        span.end(null, new CompletionException(new IOException("reset")));
        span.end(new FakeResponse(200), null);

        assertThat(span.resume()).isFalse();
        assertThat(ended.spans()).hasSize(1);
        assertThat(Ended.attributes(span))
                .containsEntry("error.type", "java.io.IOException")
                .doesNotContainKey("http.response.status_code");
    }

    @Test
    void failsTheSpan_whenTheStatusIsAnError() {
        HttpClientSpan span = begin(request);
        span.end(new FakeResponse(404), null);

        assertThat(span.status()).isEqualTo(StatusCode.ERROR);
        assertThat(Ended.attributes(span)).containsEntry("error.type", "404");
    }

    @Test
    void tellsNothingToModelProviders() {
        FakeRequest toModel = new FakeRequest("POST", "https://api.openai.com/v1/chat/completions");
        HttpClientSpan span = begin(toModel);
        span.inject(toModel);
        span.end(null, null);

        assertThat(toModel.headers()).isEmpty();
    }

    @Test
    void leavesTheAgentsOwnRequestsAlone() throws InterruptedException {
        AtomicReference<HttpClientSpan> made = new AtomicReference<>();
        Thread own = AgentThreads.create("test", () -> made.set(outer.start(request)));
        own.start();
        own.join();

        assertThat(made.get()).isNull();
    }

    private HttpClientSpan begin(HttpClientRequest of) {
        return Objects.requireNonNull(outer.start(of));
    }
}
