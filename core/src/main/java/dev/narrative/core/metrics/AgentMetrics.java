package dev.narrative.core.metrics;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.export.SpanPipeline;
import dev.narrative.core.llm.ModelPrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the agent counts of itself, from the moment that metrics were switched on. One thread at a time. */
final class AgentMetrics {
    private static final String SCOPE = "narrative.agent";
    private static final String DESTINATION = "destination";
    private static final String OUTCOME = "outcome";
    private static final String CAUSE = "cause";

    private final SpanPipeline pipeline;
    private final EndedCalls calls;

    private final ObservedCounter spans =
            counter("narrative.agent.spans", "{span}", "What became of ended spans, by destination.");
    private final ObservedCounter taken =
            counter("narrative.agent.spans.taken", "{span}", "Spans that a destination took out of its queue.");
    private final ObservedCounter lost =
            counter("narrative.agent.spans.lost", "{span}", "Spans that did not reach a destination, by cause.");
    private final ObservedCounter adviceErrors =
            counter("narrative.agent.advice.errors", "{error}", "Errors of the agent's own code that were contained.");
    private final ObservedCounter unpriced =
            counter("narrative.agent.model_calls.unpriced", "{call}", "Model calls for which no price is known.");
    private final ObservedCounter lostCalls = counter(
            "narrative.agent.model_calls.lost",
            "{call}",
            "Model calls that are missing in metrics, since too many ended.");

    AgentMetrics(SpanPipeline pipeline, EndedCalls calls) {
        this.pipeline = pipeline;
        this.calls = calls;
        observe();
        reset();
    }

    List<Metric> collect() {
        observe();
        return List.of(
                spans.collect(),
                taken.collect(),
                lost.collect(),
                spooledSpans(),
                openSpans(),
                adviceErrors.collect(),
                unpriced.collect(),
                lostCalls.collect());
    }

    void reset() {
        spans.reset();
        taken.reset();
        lost.reset();
        adviceErrors.reset();
        unpriced.reset();
        lostCalls.reset();
    }

    private void observe() {
        for (Map.Entry<String, DestinationCounters> destination :
                pipeline.counters().entrySet()) {
            AttributeSet name = AttributeSet.NONE.with(DESTINATION, destination.getKey());
            DestinationCounters counters = destination.getValue();
            spans.observe(name.with(OUTCOME, "sent"), counters.sent());
            spans.observe(name.with(OUTCOME, "dropped"), counters.dropped());
            spans.observe(name.with(OUTCOME, "failed"), counters.failed());
            taken.observe(name, counters.taken());
            observeLost(name, counters);
        }
        adviceErrors.observe(AttributeSet.NONE, AdviceErrors.count());
        unpriced.observe(AttributeSet.NONE, ModelPrices.ofProcess().unpriced().calls());
        lostCalls.observe(AttributeSet.NONE, calls.lost());
    }

    private void observeLost(AttributeSet destination, DestinationCounters counters) {
        for (LossCause cause : LossCause.values()) {
            long spans = counters.lost(cause);
            if (spans > 0) {
                lost.observe(destination.with(CAUSE, cause.label()), spans);
            }
        }
    }

    private Metric spooledSpans() {
        List<NumberPoint> points = new ArrayList<>();
        pipeline.counters()
                .forEach((name, counters) -> points.add(
                        new NumberPoint(AttributeSet.NONE.with(DESTINATION, name), counters.spooled(), true)));
        return new Metric(
                new MetricName(
                        SCOPE, "narrative.agent.spans.spooled", "{span}", "Spans that wait on disk for a destination."),
                Metric.Kind.LEVEL,
                points);
    }

    private static Metric openSpans() {
        long open = AgentRuntime.tracer().openSpans().now().size();
        return new Metric(
                new MetricName(SCOPE, "narrative.agent.spans.open", "{span}", "Spans that have begun and not ended."),
                Metric.Kind.LEVEL,
                List.of(new NumberPoint(AttributeSet.NONE, open, true)));
    }

    private static ObservedCounter counter(String name, String unit, String description) {
        return new ObservedCounter(new MetricName(SCOPE, name, unit, description));
    }
}
