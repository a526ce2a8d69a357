package dev.narrative.core.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.shop.Item;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.capture.Capture;
import dev.narrative.core.capture.ValueRenderer;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.rules.Rule;
import dev.narrative.core.rules.ScoreCapture;
import dev.narrative.core.trace.RecordedSpans;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.SpanKind;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapturePlanTest {
    private final RecordedSpans recorded = new RecordedSpans();
    private final Tracer tracer = new Tracer(recorded, Sampler.ALL);

    @Test
    void rule_isTakenApart_byWhenItsValuesAreKnown() {
        Rule rule = Sites.rule(
                "capture = 0.sku as sku, this as shop, return as total, error.message as why",
                "score = 1 as wanted, return.coherence as coherence",
                "session = 0.sku",
                "story = return");

        CapturePlan entry = CapturePlan.of(rule, true);
        CapturePlan end = CapturePlan.of(rule, false);

        assertThat(entry.captures()).extracting(Capture::target).containsExactly("sku", "shop");
        assertThat(end.captures()).extracting(Capture::target).containsExactly("total", "why");
        assertThat(entry.scores()).extracting(ScoreCapture::name).containsExactly("wanted");
        assertThat(end.scores()).extracting(ScoreCapture::name).containsExactly("coherence");
        assertThat(entry.session()).isNotNull();
        assertThat(entry.story()).isNull();
        assertThat(end.session()).isNull();
        assertThat(end.story()).isNotNull();
    }

    @Test
    void plan_isEmpty_whereNothingIsKept() {
        assertThat(CapturePlan.of(Sites.rule(), true).isEmpty()).isTrue();
        assertThat(CapturePlan.of(Sites.rule("capture = 0 as sku"), true).isEmpty())
                .isFalse();
        assertThat(CapturePlan.of(Sites.rule("capture = 0 as sku"), false).isEmpty())
                .isTrue();
        assertThat(CapturePlan.of(Sites.rule("user = 0"), true).isEmpty()).isFalse();
        assertThat(CapturePlan.of(Sites.rule("score = return as s"), false).isEmpty())
                .isFalse();
    }

    @Test
    void values_keepTheirTypes_andMissingOnesAreLeftOut() {
        Span span = apply("capture = 0 as a, 1 as b, 2 as c, 3 as d, 4 as e, 9 as f", 7, 1.5, true, "text", null);

        assertThat(RecordedSpans.attributes(span))
                .containsEntry("a", 7L)
                .containsEntry("b", 1.5)
                .containsEntry("c", true)
                .containsEntry("d", "text")
                .doesNotContainKeys("e", "f");
    }

    @Test
    void scores_areEvents_withValueOrLabel() {
        Span span = apply("score = 0 as coherence, 1 as verdict, 2 as missing", 0.75, "good", null);

        assertThat(span.events()).hasSize(2).allMatch(event -> event.name().equals("gen_ai.evaluation.result"));
        assertThat(RecordedSpans.attributes(span.events().get(0).attributes()))
                .containsEntry("gen_ai.evaluation.name", "coherence")
                .containsEntry("gen_ai.evaluation.score.value", 0.75);
        assertThat(RecordedSpans.attributes(span.events().get(1).attributes()))
                .containsEntry("gen_ai.evaluation.name", "verdict")
                .containsEntry("gen_ai.evaluation.score.label", "good");
    }

    @Test
    void scores_haveTheTypeThatTheRuleSays_andWhatHasNoneIsTold() {
        Span span = apply(
                "score = 0 as passed boolean, 1 as review text, 2 as level numeric, 3 as broken numeric, 4 as flag",
                1,
                "fine",
                "0.5",
                "high",
                true);

        assertThat(span.events())
                .extracting(ScoreEvents::read)
                .containsExactly(
                        Score.flag("passed", true),
                        Score.text("review", "fine"),
                        Score.numeric("level", 0.5),
                        Score.flag("flag", true));
    }

    @Test
    void scores_ofTraceAndSession_areSpansOfTheirOwn() {
        AgentRuntime.start(tracer, AgentConfig.defaults());
        Span span = apply("session = 0", "s-1");
        ValueRenderer renderer = ValueRenderer.of(AgentConfig.defaults(), text -> text);
        CapturePlan.of(Sites.rule("score = 0 as rating on session, 0 as coherence numeric on trace"), true)
                .apply(span, new CallValues(renderer, null, new Object[] {4L}, null, null));

        assertThat(span.events()).isEmpty();
        assertThat(recorded.all())
                .extracting(later -> RecordedSpans.attributes(later).get("narrative.score.target"))
                .containsExactly("session", "trace");
    }

    @Test
    void spanThatIsNotSampled_learnsItsSession_andNothingElse() {
        tracer.sampleBy(Sampler.of("always_off", 0));

        Span span = apply("session = 0", "s-1");
        Span captured = apply("capture = 0 as sku", "s-1");

        assertThat(span.correlation().session()).isEqualTo("s-1");
        assertThat(captured.attributes().size()).isZero();
    }

    private Span apply(String subKey, @Nullable Object... arguments) {
        Span span = tracer.start("span", SpanKind.INTERNAL, "test");
        ValueRenderer renderer = ValueRenderer.of(AgentConfig.defaults(), text -> text);
        CapturePlan.of(Sites.rule(subKey), true)
                .apply(span, new CallValues(renderer, new Item("sku", 1), arguments, null, null));
        return span;
    }
}
