package dev.narrative.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.RecordedSpans;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.SpanKind;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private final RecordedSpans spans = new RecordedSpans();
    private final Tracer tracer = new Tracer(spans, Sampler.ALL);
    private final Score coherence = Score.numeric("coherence", 0.75).withComment("holds together");

    @BeforeEach
    void start() {
        AgentRuntime.start(tracer, AgentConfig.defaults());
    }

    @Test
    void current_takesAnEvent() {
        Span step = begin();
        step.enter();
        boolean taken = Scores.record(coherence);
        step.exit(null);

        assertThat(taken).isTrue();
        assertThat(spans.only()).isSameAs(step);
        assertThat(ScoreEvents.read(step.events().get(0))).isEqualTo(coherence);
    }

    @Test
    void current_isAskedFor_whereNoneIs() {
        assertThat(Scores.record(coherence)).isFalse();
        assertThat(spans.all()).isEmpty();
    }

    @Test
    void spanThatHasEnded_isScoredByASpanBelowIt() {
        Span step = begin();
        step.correlate(new Correlation("s-1", null, null, null));
        step.end();

        Scores.record(step, coherence);

        Span later = spans.all().get(1);
        assertThat(later.traceIdHex()).isEqualTo(step.traceIdHex());
        assertThat(later.parentSpanId()).isEqualTo(step.spanId());
        assertThat(ScoreEvents.read(later.events().get(0))).isEqualTo(coherence);
        assertThat(RecordedSpans.attributes(later))
                .containsEntry("narrative.type", "evaluator")
                .containsEntry("narrative.score.target", "span")
                .containsEntry("session.id", "s-1");
        assertThat(step.events()).isEmpty();
    }

    @Test
    void currentSpan_takesAnEvent_alsoByItsId() {
        Span step = begin();
        step.enter();
        Scores.record(ScoreTarget.span(step), coherence);
        step.exit(null);

        assertThat(spans.only().events()).hasSize(1);
    }

    @Test
    void trace_isScoredByASpanWithoutParent() {
        Scores.record(ScoreTarget.trace("0af76519-16cd-43dd-8448-eb211c80319c"), coherence);

        Span later = spans.only();
        assertThat(later.traceIdHex()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(later.parentSpanId()).isZero();
        assertThat(RecordedSpans.attributes(later)).containsEntry("narrative.score.target", "trace");
    }

    @Test
    void session_isScoredInATraceOfItsOwn_whateverTheSamplerSays() {
        tracer.sampleBy(Sampler.of("traceidratio", 0));
        Span step = begin();
        step.correlate(new Correlation("s-1", null, null, null));

        assertThat(Scores.recordOnSession(step, coherence)).isTrue();

        Span later = spans.only();
        assertThat(later.traceIdHex()).isNotEqualTo(step.traceIdHex());
        assertThat(RecordedSpans.attributes(later))
                .containsEntry("narrative.score.target", "session")
                .containsEntry("session.id", "s-1");
    }

    @Test
    void sessionThatIsNotKnown_isNotScored() {
        assertThat(Scores.recordOnSession(begin(), coherence)).isFalse();
        assertThat(spans.all()).isEmpty();
    }

    @Test
    void traceOfTheCurrentSpan_isScoredWithItsSession() {
        Span step = begin();
        step.correlate(new Correlation("s-1", "story", null, null));
        step.enter();
        Scores.record(ScoreTarget.trace(step), coherence);
        Scores.recordOnTrace(step, coherence);
        step.exit(null);

        assertThat(spans.all()).hasSize(3);
        assertThat(spans.all().subList(0, 2)).allSatisfy(later -> assertThat(RecordedSpans.attributes(later))
                .containsEntry("session.id", "s-1")
                .containsEntry("narrative.story.id", "story"));
    }

    @Test
    void spanThatIsNotSampled_isNotScored() {
        tracer.sampleBy(Sampler.of("always_off", 0));
        Span step = begin();
        step.end();
        Scores.record(step, coherence);
        Scores.recordOnTrace(step, coherence);

        assertThat(spans.all()).isEmpty();
    }

    private Span begin() {
        return tracer.start("step", SpanKind.INTERNAL, "test");
    }
}
