package dev.narrative.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import dev.narrative.model.SpanKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which spans are recorded: by their length, by the sampler, by what came in with the request. */
class KeptSpansTest {
    private static final Sampler NONE = Sampler.of("always_off", 0);

    private final RecordedSpans recorded = new RecordedSpans();
    private final Tracer tracer = new Tracer(recorded, Sampler.ALL);

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void shortSpan_isLeftOut() {
        Span root = root();

        TestSpan.tooShort(tracer, root).end();

        assertThat(recorded.all()).isEmpty();
    }

    @Test
    void shortSpan_isKept_whenItFails() {
        Span failing = TestSpan.tooShort(tracer, root());
        failing.fail("no ink");
        failing.end();

        assertThat(recorded.only()).isSameAs(failing);
    }

    @Test
    void shortSpan_isKept_whenItHoldsOneThatIsKept() {
        Span root = TestSpan.tooShort(tracer, RemoteParent.NONE);
        Span middle = TestSpan.tooShort(tracer, root);
        Span kept = within(middle);

        kept.end();
        middle.end();
        root.end();

        assertThat(recorded.all()).containsExactly(kept, middle, root);
        assertThat(kept.parentSpanId()).isEqualTo(middle.spanId());
    }

    @Test
    void spanThatOutlivesALeftOutParent_hangsUnderTheNextOneAround() {
        Span root = root();
        Span outer = TestSpan.tooShort(tracer, root);
        Span inner = TestSpan.tooShort(tracer, outer);
        Span late = within(inner);

        inner.end();
        outer.end();
        late.end();

        assertThat(recorded.only()).isSameAs(late);
        assertThat(late.parentSpanId()).isEqualTo(root.spanId());
        assertThat(late.hasRemoteParent()).isFalse();
    }

    @Test
    void spanThatOutlivesALeftOutRoot_hangsUnderTheCaller() {
        Span root = TestSpan.tooShort(tracer, caller(true));
        Span late = within(root);

        root.end();
        late.end();

        assertThat(recorded.only()).isSameAs(late);
        assertThat(late.parentSpanId()).isEqualTo(3);
        assertThat(late.hasRemoteParent()).isTrue();
    }

    @Test
    void traceThatIsNotSampled_leavesNoSpan() {
        tracer.sampleBy(NONE);
        Span root = root();
        Span child = within(root);
        tracer.sampleBy(Sampler.ALL);
        Span laterChild = within(root);

        laterChild.end();
        child.end();
        root.end();

        assertThat(recorded.all()).isEmpty();
        assertThat(root.isSampled()).isFalse();
        assertThat(laterChild.isSampled()).isFalse();
        assertThat(root.hasEnded()).isTrue();
    }

    @Test
    void traceThatIsSampled_staysSo() {
        Span root = root();
        tracer.sampleBy(NONE);

        assertThat(within(root).isSampled()).isFalse();
        tracer.sampleBy(Sampler.of("parentbased_always_off", 0));
        assertThat(within(root).isSampled()).isTrue();
    }

    @Test
    void ruleThatIsAlwaysOn_isKeptInATraceThatIsNot() {
        tracer.sampleBy(Sampler.of("parentbased_always_off", 0));
        Span root = root();
        Span kept = TestSpan.alwaysSampled(tracer, root);

        kept.end();
        root.end();

        assertThat(recorded.only()).isSameAs(kept);
        assertThat(kept.parentSpanId()).isZero();
        assertThat(within(kept).isSampled()).isTrue();
        assertThat(TestSpan.alwaysSampled(tracer, RemoteParent.NONE).isSampled())
                .isTrue();
    }

    @Test
    void callersSpan_isTheParent() {
        Span span = incoming(caller(true));

        assertThat(span.traceIdHigh()).isEqualTo(1);
        assertThat(span.traceIdLow()).isEqualTo(2);
        assertThat(span.parentSpanId()).isEqualTo(3);
        assertThat(span.hasRemoteParent()).isTrue();
        assertThat(span.isSampled()).isTrue();
        assertThat(within(span).hasRemoteParent()).isFalse();
        assertThat(recorded.begun()).isEqualTo(1);
    }

    @Test
    void callersDecision_isFollowed_unlessTheSamplerIgnoresIt() {
        assertThat(incoming(caller(false)).isSampled()).isFalse();

        tracer.sampleBy(Sampler.of("parentbased_always_off", 0));
        assertThat(incoming(caller(true)).isSampled()).isTrue();

        tracer.sampleBy(Sampler.of("always_on", 1));
        assertThat(incoming(caller(false)).isSampled()).isTrue();
    }

    @Test
    void callersTraceIdAlone_isTakenOver_andSampledAsARoot() {
        RemoteParent idOnly = new RemoteParent(1, 2, 0, true, null, null, Correlation.NONE);
        Span span = incoming(idOnly);

        assertThat(span.traceIdLow()).isEqualTo(2);
        assertThat(span.parentSpanId()).isZero();
        assertThat(span.hasRemoteParent()).isFalse();
        tracer.sampleBy(Sampler.of("parentbased_always_off", 0));
        assertThat(incoming(idOnly).isSampled()).isFalse();
    }

    @Test
    void callersStateBaggageAndStory_areKnownToEverySpan() {
        Span child = within(within(incoming(caller(true))));

        assertThat(child.traceState()).isEqualTo("vendor=1");
        assertThat(child.baggage()).isEqualTo("tenant=7");
        assertThat(child.correlation().session()).isEqualTo("s-1");
    }

    @Test
    void spanWithoutACaller_hasNoStateOrBaggage() {
        Span span = within(incoming(null));

        assertThat(span.traceState()).isNull();
        assertThat(span.baggage()).isNull();
        assertThat(span.correlation()).isEqualTo(Correlation.NONE);
    }

    private static RemoteParent caller(boolean sampled) {
        return new RemoteParent(1, 2, 3, sampled, "vendor=1", "tenant=7", new Correlation("s-1", null, null, null));
    }

    private Span incoming(@Nullable RemoteParent remote) {
        return tracer.start("incoming", SpanKind.SERVER, "test", remote);
    }

    private Span root() {
        return incoming(null);
    }

    private Span within(Span parent) {
        parent.enter();
        try {
            return tracer.start("within", SpanKind.INTERNAL, "test");
        } finally {
            parent.leave();
        }
    }
}
