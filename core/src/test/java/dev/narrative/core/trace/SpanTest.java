package dev.narrative.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import dev.narrative.boot.Deadline;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanTest {
    private final RecordedSpans recorded = new RecordedSpans();
    private final Tracer tracer = new Tracer(recorded, Sampler.ALL);

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void firstSpan_beginsATrace() {
        Span root = start("root");

        assertThat(recorded.begun()).isEqualTo(1);
        assertThat(root.traceIdHigh()).isNotZero();
        assertThat(root.traceIdLow()).isNotZero();
        assertThat(root.spanId()).isNotZero();
        assertThat(root.parentSpanId()).isZero();
        assertThat(root.hasRemoteParent()).isFalse();
        assertThat(root.traceIdHex()).isEqualTo(Ids.traceId(root.traceIdHigh(), root.traceIdLow()));
        assertThat(root.kind()).isEqualTo(SpanKind.CLIENT);
        assertThat(root.scope()).isEqualTo("test");
    }

    @Test
    void spanWithinAnother_belongsToItsTrace() {
        Span root = start("root");
        root.enter();
        Span child = start("child");
        child.enter();
        Span grandchild = start("grandchild");

        assertThat(recorded.begun()).isEqualTo(1);
        assertThat(grandchild.traceIdHex()).isSameAs(root.traceIdHex());
        assertThat(child.parentSpanId()).isEqualTo(root.spanId());
        assertThat(grandchild.parentSpanId()).isEqualTo(child.spanId());
        assertThat(grandchild.parent()).isSameAs(child);
        assertThat(List.of(root.spanId(), child.spanId(), grandchild.spanId())).doesNotHaveDuplicates();
    }

    @Test
    void leave_givesBackTheSpanAround_once() {
        Span root = start("root");
        root.enter();
        Span child = start("child");
        child.enter();
        assertThat(Span.current()).isSameAs(child);

        child.leave();
        assertThat(Span.current()).isSameAs(root);
        root.leave();
        child.leave();

        assertThat(Span.current()).isNull();
        assertThat(child.hasEnded()).isFalse();
    }

    @Test
    void end_recordsOnce_thoughEightThreadsEndIt() throws Exception {
        for (int round = 0; round < 200; round++) {
            Span span = start("contended");
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> enders = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Thread ender = new Thread(() -> {
                    try {
                        go.await();
                        span.end();
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    }
                });
                ender.start();
                enders.add(ender);
            }
            go.countDown();
            for (Thread ender : enders) {
                Deadline.join(ender);
            }
            assertThat(recorded.all()).hasSize(round + 1).endsWith(span);
        }
    }

    @Test
    void end_keepsTheFirstEnd() {
        Span span = start("span");
        span.end();
        long end = span.endEpochNanos();

        span.end();

        assertThat(span.endEpochNanos()).isEqualTo(end);
        assertThat(recorded.only()).isSameAs(span);
    }

    @Test
    void times_followOneClock() {
        Span root = start("root");
        assertThat(root.endEpochNanos()).isZero();
        root.enter();
        TraceClock.follow();
        Span child = start("child");
        child.end();
        root.end();

        assertThat(child.startEpochNanos()).isBetween(root.startEpochNanos(), child.endEpochNanos());
        assertThat(child.endEpochNanos()).isLessThanOrEqualTo(root.endEpochNanos());
        assertThat(root.now()).isGreaterThanOrEqualTo(root.endEpochNanos());
    }

    @Test
    void exit_leavesAndEnds() {
        Span span = start("span");
        span.enter();

        assertThat(span.exit("returned", null)).isEqualTo("returned");

        assertThat(Span.current()).isNull();
        assertThat(recorded.only().status()).isEqualTo(StatusCode.UNSET);
        assertThat(span.events()).isEmpty();
    }

    @Test
    void exitByAnError_failsTheSpan() {
        Span span = start("span");
        span.enter();

        span.exit(new IllegalStateException("no ink"));

        assertThat(Span.current()).isNull();
        assertThat(recorded.only().status()).isEqualTo(StatusCode.ERROR);
        assertThat(span.statusMessage()).isEqualTo("no ink");
    }

    @Test
    void attributes_tellThreadAndTrace_besideItsOwn() {
        Span span = start("span");
        span.attributes().put("page", 7L).put("page", 8L);
        span.rename("renamed");

        assertThat(span.name()).isEqualTo("renamed");
        assertThat(RecordedSpans.attributes(span))
                .containsEntry("thread.name", Thread.currentThread().getName())
                .containsEntry("narrative.trace.id", span.traceIdHex())
                .containsEntry("page", 8L)
                .doesNotContainKeys("session.id", "narrative.story.id", "user.id");
    }

    private Span start(String name) {
        return tracer.start(name, SpanKind.CLIENT, "test");
    }

    @Test
    void messageOfAFailure_isMasked() {
        Span span = new Tracer(new RecordedSpans(), Sampler.ALL).start("span", SpanKind.INTERNAL, "test");

        span.fail("401 for key sk-ant-api03-abcDEF123456");

        assertThat(span.statusMessage()).isEqualTo("401 for key ***");
    }
}
