package dev.narrative.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import dev.narrative.core.trace.Span;
import dev.narrative.model.StatusCode;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AsyncClientCallTest {
    private final Ended ended = Ended.start();
    private final HttpClientInstrumenter instrumenter = new HttpClientInstrumenter("narrative.async");
    private final FakeRequest request = new FakeRequest("GET", "http://shop.example/a");

    @Test
    void isNeverCurrent_andEndsOnce() {
        AsyncClientCall call = begun();

        assertThat(Span.current()).isNull();
        assertThat(call.answered(new FakeResponse(200), true)).isNull();
        call.end(null);
        call.end(new IOException("too late"));
        call.cancelled();

        assertThat(ended.spans()).hasSize(1);
        assertThat(ended.spans().get(0).status()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void beginsWithinTheCallersSpan_onWhateverThread() throws InterruptedException {
        HttpClientSpan caller = Objects.requireNonNull(instrumenter.start(request));
        AsyncClientCall call = new AsyncClientCall(instrumenter);
        caller.detach();
        Thread reactor = new Thread(() -> call.begin(request));
        reactor.start();
        reactor.join();

        assertThat(Objects.requireNonNull(call.span()).parentSpanId()).isEqualTo(caller.spanId());
        Object outer = call.enterCaller();
        assertThat(Span.current()).isSameAs(caller);
        Contexts.restore(outer);
        assertThat(Span.current()).isNull();
        call.end(null);
        caller.end(null, null);
    }

    @Test
    void failsWithTheErrorThatCameFirst() {
        AsyncClientCall call = begun();
        call.cancelled();
        call.end(new IOException("the connection was dropped"));

        assertThat(ended.spans()).singleElement().satisfies(span -> {
            assertThat(span.status()).isEqualTo(StatusCode.ERROR);
            assertThat(Ended.attributes(span).get("error.type"))
                    .isEqualTo("java.util.concurrent.CancellationException");
        });
    }

    @Test
    void doesNothing_beforeItHasBegun() {
        AsyncClientCall call = new AsyncClientCall(instrumenter);

        assertThat(call.span()).isNull();
        assertThat(call.requestTap()).isNull();
        assertThat(call.answered(new FakeResponse(200), true)).isNull();
        call.cancelled();
        call.end(null);
        assertThat(ended.spans()).isEmpty();
    }

    private AsyncClientCall begun() {
        AsyncClientCall call = new AsyncClientCall(instrumenter);
        call.begin(request);
        return call;
    }
}
