package dev.narrative.export.otlp;

import dev.narrative.core.metrics.AttributeSet;
import dev.narrative.core.metrics.HistogramPoint;
import dev.narrative.core.metrics.Metric;
import dev.narrative.core.metrics.MetricName;
import dev.narrative.core.metrics.MetricReport;
import dev.narrative.core.metrics.NumberPoint;
import java.util.List;

/** A report with one metric of each kind. */
final class Reports {
    static final long START = 1_700_000_000_000_000_000L;
    static final long NOW = START + 60_000_000_000L;
    static final AttributeSet ATTRIBUTES = AttributeSet.NONE
            .with("gen_ai.request.model", "modèle-µ")
            .with("server.port", 8_443L)
            .with("otel.metric.overflow", true);

    private Reports() {}

    static MetricReport cumulative() {
        return report(false);
    }

    static MetricReport delta() {
        return report(true);
    }

    private static MetricReport report(boolean delta) {
        return new MetricReport(
                START,
                NOW,
                delta,
                List.of(
                        new Metric(
                                new MetricName("narrative.llm", "tokens", "{token}", "Tokens."),
                                Metric.Kind.HISTOGRAM,
                                List.of(
                                        new HistogramPoint(
                                                ATTRIBUTES, 4, 10.5, 0.5, 6, List.of(1.0, 4.0), List.of(1L, 0L, 3L)),
                                        new HistogramPoint(AttributeSet.NONE, 1, 0, 0, 0, List.of(), List.of(1L)))),
                        new Metric(
                                new MetricName("narrative.llm", "cost", "{USD}", "Dollars."),
                                Metric.Kind.COUNTER,
                                List.of(new NumberPoint(ATTRIBUTES, 0.125, false))),
                        new Metric(
                                new MetricName("narrative.agent", "open", "{span}", "Open spans."),
                                Metric.Kind.LEVEL,
                                List.of(new NumberPoint(AttributeSet.NONE, 3, true)))));
    }
}
