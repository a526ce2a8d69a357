package dev.narrative.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import dev.narrative.model.SpanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanCorrelationTest {
    private static final Correlation SESSION = new Correlation("s-1", null, null, null);
    private static final Correlation STORY = new Correlation(null, "the fox", null, null);

    private final RecordedSpans recorded = new RecordedSpans();
    private final Tracer tracer = new Tracer(recorded, Sampler.ALL);

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void whatAChildLearns_flowsToTheSpansAround() {
        Span root = enter("root");
        Span child = enter("child");
        Span grandchild = enter("grandchild");

        grandchild.correlate(SESSION);

        assertThat(grandchild.correlation()).isEqualTo(SESSION);
        assertThat(child.correlation()).isEqualTo(SESSION);
        assertThat(root.correlation()).isEqualTo(SESSION);
    }

    @Test
    void secretInAnId_isMaskedOnTheSpan_andPassedOnAsItIs() {
        Span root = enter("root");
        root.correlate(new Correlation("s-1", null, "ann@shop.com", null));

        assertThat(RecordedSpans.attributes(root))
                .containsEntry("session.id", "s-1")
                .containsEntry("user.id", "***");
        assertThat(root.correlation().user()).isEqualTo("ann@shop.com");
    }

    @Test
    void whatASpanKnows_flowsToLaterChildren() {
        Span root = enter("root");
        root.correlate(SESSION);

        assertThat(enter("child").correlation()).isEqualTo(SESSION);
    }

    @Test
    void whatASiblingLearns_reachesAnOpenSpan_whenItEnds() {
        Span root = enter("root");
        Span open = start("open");
        Span sibling = start("sibling");

        sibling.correlate(STORY);
        open.end();

        assertThat(root.correlation()).isEqualTo(STORY);
        assertThat(RecordedSpans.attributes(open)).containsEntry("narrative.story.id", "the fox");
    }

    @Test
    void ownKnowledge_standsBeforeThatOfOthers() {
        Span root = enter("root");
        root.correlate(new Correlation("outer", null, "ada", null));
        Span child = enter("child");

        child.correlate(new Correlation("inner", "the fox", null, null));
        child.end();

        assertThat(root.correlation()).isEqualTo(new Correlation("outer", "the fox", "ada", null));
        assertThat(child.correlation()).isEqualTo(new Correlation("inner", "the fox", "ada", null));
    }

    @Test
    void endedSpan_staysAsItWas() {
        Span root = enter("root");
        Span child = enter("child");
        root.end();

        child.correlate(SESSION);

        assertThat(root.correlation()).isEqualTo(Correlation.NONE);
    }

    @Test
    void everyPart_isAnAttribute() {
        Span span = start("span");
        span.correlate(new Correlation("s-1", "the fox", "ada", "chapter-9"));

        assertThat(RecordedSpans.attributes(span))
                .containsEntry("session.id", "s-1")
                .containsEntry("narrative.story.id", "the fox")
                .containsEntry("user.id", "ada")
                .containsEntry("narrative.trace.id", "chapter-9");
    }

    @Test
    void or_fillsOnlyTheGaps() {
        Correlation some = new Correlation("s-1", null, "ada", null);
        Correlation full = new Correlation("s-2", "the fox", "bob", "chapter-9");

        assertThat(some.or(full)).isEqualTo(new Correlation("s-1", "the fox", "ada", "chapter-9"));
        assertThat(full.or(some)).isSameAs(full);
        assertThat(some.or(Correlation.NONE)).isSameAs(some);
        assertThat(Correlation.NONE.or(some)).isSameAs(some);
    }

    private Span enter(String name) {
        Span span = start(name);
        span.enter();
        return span;
    }

    private Span start(String name) {
        return tracer.start(name, SpanKind.INTERNAL, "test");
    }
}
