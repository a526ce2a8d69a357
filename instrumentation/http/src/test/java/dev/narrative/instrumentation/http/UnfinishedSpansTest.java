package dev.narrative.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class UnfinishedSpansTest {
    private final Ended ended = Ended.start();
    private final UnfinishedSpans<HttpClientSpan> spans = new UnfinishedSpans<>();

    @Test
    void givesASpanBack_once() {
        Object owner = new Object();
        HttpClientSpan span = span();
        spans.put(owner, span);

        assertThat(spans.get(new Object())).isNull();
        assertThat(spans.get(owner)).isSameAs(span);
        assertThat(spans.take(owner)).isSameAs(span);
        assertThat(spans.take(owner)).isNull();
    }

    @Test
    void endsASpan_whoseObjectIsCollected() {
        spans.put(new Object(), span());

        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (ended.spans().isEmpty() && System.nanoTime() < deadline) {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            spans.put(this, span());
        }
        assertThat(ended.spans()).isNotEmpty();
    }

    private static HttpClientSpan span() {
        HttpClientSpan span = Objects.requireNonNull(
                new HttpClientInstrumenter("narrative.test").start(new FakeRequest("GET", "http://a/")));
        span.detach();
        return span;
    }
}
