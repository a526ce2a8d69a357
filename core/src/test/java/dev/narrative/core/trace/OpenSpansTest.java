package dev.narrative.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import dev.narrative.boot.Deadline;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanKind;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenSpansTest {
    private final Tracer tracer = new Tracer(new RecordedSpans(), Sampler.ALL);

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void currentSpan_isOpen_withTheSpansAroundIt() {
        Span root = start();
        root.enter();
        Span child = start();
        child.enter();

        assertThat(open()).contains(root, child);

        child.exit(null);
        assertThat(open()).contains(root).doesNotContain(child);
        root.exit(null);
        assertThat(open()).doesNotContain(root, child);
    }

    @Test
    void spansOfOtherThreads_areOpen() throws Exception {
        Span span = start();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            span.enter();
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } finally {
                span.exit(null);
            }
        });
        other.start();
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(open()).contains(span);

        leave.countDown();
        Deadline.join(other);
        assertThat(open()).doesNotContain(span);
    }

    @Test
    void spanThatItsThreadHasLeft_isOpen_onlyWhereItGoesOn() {
        Span forgotten = start();
        forgotten.enter();
        forgotten.leave();
        Span going = start();
        going.enter();
        going.leave();
        going.goOn();

        assertThat(open()).contains(going).doesNotContain(forgotten);

        going.end();
        assertThat(open()).doesNotContain(going);
    }

    @Test
    void spanThatHasEndedAlready_doesNotGoOn() {
        Span span = start();
        span.end();

        span.goOn();
        tracer.openSpans().add(span);

        assertThat(open()).doesNotContain(span);
    }

    @Test
    void endedAndUnsampledSpans_areLeftOut_andThoseAroundThemStay() {
        Span root = start();
        root.enter();
        Span ended = start();
        ended.enter();
        ended.end();
        tracer.sampleBy(Sampler.of("always_off", 0));
        Span unsampled = start();
        unsampled.enter();
        unsampled.goOn();

        assertThat(open()).contains(root).doesNotContain(ended, unsampled);
    }

    private Collection<SpanData> open() {
        return tracer.openSpans().now();
    }

    private Span start() {
        return tracer.start("span", SpanKind.INTERNAL, "test");
    }
}
