package dev.narrative.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.Deadline;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.export.SpanPipeline;
import dev.narrative.core.log.CapturedLog;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.SpanKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsPipelineTest {
    private static final String TOKENS = "gen_ai.client.token.usage";
    private static final String DURATION = "gen_ai.client.operation.duration";
    private static final Map<String, String> ON =
            Map.of("narrative.metrics.enabled", "true", "narrative.metrics.interval", "1s");

    private final CapturedLog log = new CapturedLog();
    private final SpanPipeline spans = new SpanPipeline(List.of());
    private final Tracer tracer = new Tracer(spans, Sampler.ALL);
    private final MetricsPipeline metrics = new MetricsPipeline(spans);

    @BeforeEach
    void reset() {
        FakeMetricExporter.reset();
    }

    @AfterEach
    void closeAll() {
        metrics.close();
        Deadline.until("the thread has ended", () -> !isRunning());
        AgentRuntime.reconfigure(AgentConfig.defaults());
        log.close();
    }

    @Test
    void nothingRuns_untilSwitchedOn() {
        follow(Map.of());
        EndedCalls.add(Calls.chat());

        assertThat(isRunning()).isFalse();
        assertThat(EndedCalls.areCounted()).isFalse();
    }

    @Test
    void reportsWhatWasCounted_again_andAgain() {
        follow(ON);
        EndedCalls.add(Calls.chat());
        EndedCalls.add(Calls.streamed(0.25));

        await(
                "two reports",
                () -> FakeMetricExporter.REPORTS.size() >= 2
                        && last().histogram(DURATION).count() == 2);
        assertThat(last().metric(TOKENS).points()).hasSize(2);
        assertThat(FakeMetricExporter.REPORTS.get(1).startEpochNanos())
                .isEqualTo(FakeMetricExporter.REPORTS.get(0).startEpochNanos());
        assertThat(FakeMetricExporter.REPORTS.get(1).delta()).isFalse();
    }

    @Test
    void sendsALastReport_whenClosed() {
        follow(Map.of("narrative.metrics.enabled", "true"));
        EndedCalls.add(Calls.chat());

        metrics.close();

        assertThat(FakeMetricExporter.REPORTS).hasSize(1);
        assertThat(last().histogram(DURATION).count()).isEqualTo(1);
        assertThat(FakeMetricExporter.closes).isEqualTo(1);
    }

    @Test
    void losesNothing_whenTheCollectorIsAway() {
        follow(with("narrative.metrics.temporality", "delta"));
        FakeMetricExporter.failure = "no collector, start it";
        EndedCalls.add(Calls.chat());
        await("an attempt", () -> FakeMetricExporter.attempts > 0);
        FakeMetricExporter.failure = null;
        EndedCalls.add(Calls.chat());

        await("both calls", () -> total(DURATION) == 2);
        assertThat(log.text()).containsOnlyOnce("metrics: IOException: no collector, start it");
    }

    @Test
    void beginsAnewWithEachReport_whenDelta() {
        follow(with("narrative.metrics.temporality", "delta"));
        EndedCalls.add(Calls.chat());
        await("the first call", () -> total(DURATION) == 1);
        int before = FakeMetricExporter.REPORTS.size();
        EndedCalls.add(Calls.chat());
        await("the second call", () -> FakeMetricExporter.REPORTS.size() > before && total(DURATION) == 2);

        assertThat(last().histogram(DURATION).count()).isEqualTo(1);
        MetricReport latest = FakeMetricExporter.REPORTS.get(FakeMetricExporter.REPORTS.size() - 1);
        MetricReport earlier = FakeMetricExporter.REPORTS.get(FakeMetricExporter.REPORTS.size() - 2);
        assertThat(latest.startEpochNanos()).isEqualTo(earlier.epochNanos());
        assertThat(latest.delta()).isTrue();
    }

    @Test
    void stopsAndStarts_withTheConfiguration() {
        follow(ON);
        await("a first report", () -> !FakeMetricExporter.REPORTS.isEmpty());
        follow(Map.of());
        await("the end", () -> !isRunning());
        assertThat(EndedCalls.areCounted()).isFalse();

        follow(ON);
        assertThat(EndedCalls.areCounted()).isTrue();
    }

    @Test
    void tellsOfTheAgentItself() {
        follow(ON);
        Span open = tracer.start("open", SpanKind.INTERNAL, "test");
        open.goOn();
        await("a first report, from which on is counted", () -> !FakeMetricExporter.REPORTS.isEmpty());
        double before = last().number("narrative.agent.advice.errors");
        AdviceErrors.suppressed(new IllegalStateException("a bug of ours"));

        await("one error more", () -> last().number("narrative.agent.advice.errors") == before + 1);
        assertThat(last().number("narrative.agent.spans.open")).isEqualTo(1);
        assertThat(last().number("narrative.agent.model_calls.unpriced")).isZero();
        assertThat(last().number("narrative.agent.model_calls.lost")).isZero();
        open.end();
    }

    private void follow(Map<String, String> settings) {
        AgentConfig config = AgentConfig.of(settings);
        AgentRuntime.start(tracer, config);
        metrics.follow(config);
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = new HashMap<>(ON);
        settings.put(key, value);
        return settings;
    }

    private static Collected last() {
        return new Collected(FakeMetricExporter.REPORTS
                .get(FakeMetricExporter.REPORTS.size() - 1)
                .metrics());
    }

    /** The calls of all reports together. */
    private static long total(String histogram) {
        return FakeMetricExporter.REPORTS.stream()
                .flatMap(report -> report.metrics().stream())
                .filter(metric -> metric.name().name().equals(histogram))
                .flatMap(metric -> metric.points().stream())
                .mapToLong(point -> ((HistogramPoint) point).count())
                .sum();
    }

    private static void await(String what, BooleanSupplier happened) {
        Deadline.until(what, happened);
    }

    private static boolean isRunning() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("narrative-metrics"));
    }
}
