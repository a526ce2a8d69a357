package dev.narrative.core.metrics;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.MetricsSettings;
import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.export.ProcessResource;
import dev.narrative.core.export.SpanPipeline;
import dev.narrative.core.log.AgentLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread that counts and reports. It alone touches the instruments, so that they need no locks, and a report that
 * was not taken loses nothing: counting goes on, and the next one holds it too.
 */
final class MetricsWorker implements Runnable {
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SpanPipeline pipeline;
    private final EndedCalls calls = EndedCalls.open();
    private final Thread thread = AgentThreads.create("metrics", this);
    private volatile boolean closing;

    MetricsWorker(SpanPipeline pipeline) {
        this.pipeline = pipeline;
    }

    void start() {
        thread.start();
    }

    /** Asks for a last report; returns at once. */
    void close() {
        closing = true;
        LockSupport.unpark(thread);
    }

    /** Waits for the last report, and gives it up when it takes too long. */
    void awaitEnd(long deadlineNanos) throws InterruptedException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        thread.join(Math.max(1, millis));
        if (thread.isAlive()) {
            AgentLog.warn("metrics: the last report was not taken in time");
            thread.interrupt();
        }
    }

    @Override
    public void run() {
        try {
            new Reports().run();
        } catch (Throwable error) {
            AgentLog.warn("metrics have stopped: " + AgentLog.brief(error));
        } finally {
            calls.close();
        }
    }

    private static long epochNanos() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    /** What the thread holds; made on the thread itself, out of the way of the application's start. */
    private final class Reports {
        private final ModelCallMetrics modelCalls = new ModelCallMetrics();
        private final AgentMetrics agent = new AgentMetrics(pipeline, calls);
        private final boolean delta =
                AgentRuntime.config().get(MetricsSettings.TEMPORALITY).equals("delta");
        private long startEpochNanos = epochNanos();
        private @Nullable MetricExporter exporter;

        void run() throws IOException {
            long last = System.nanoTime();
            try {
                while (!closing) {
                    LockSupport.parkNanos(MetricsWorker.this, BEAT_NANOS);
                    calls.drain(modelCalls::count);
                    if (!closing && System.nanoTime() - last >= interval()) {
                        last = System.nanoTime();
                        report();
                    }
                }
                calls.close();
                calls.drain(modelCalls::count);
                report();
            } finally {
                if (exporter != null) {
                    exporter.close();
                }
            }
        }

        private long interval() {
            return Math.max(
                    BEAT_NANOS,
                    AgentRuntime.config().get(MetricsSettings.INTERVAL).toNanos());
        }

        private void report() throws IOException {
            MetricExporter open = exporter;
            if (open == null) {
                open = openExporter();
                exporter = open;
            }
            List<Metric> metrics = new ArrayList<>();
            addWithPoints(modelCalls.collect(), metrics);
            addWithPoints(agent.collect(), metrics);
            MetricReport report = new MetricReport(startEpochNanos, epochNanos(), delta, metrics);
            try {
                open.export(report);
            } catch (IOException | RuntimeException error) {
                AgentLog.warnThrottled("metrics", "metrics: " + AgentLog.brief(error));
                return;
            }
            if (delta) {
                modelCalls.reset();
                agent.reset();
                startEpochNanos = report.epochNanos();
            }
        }

        private static void addWithPoints(List<Metric> collected, List<Metric> target) {
            for (Metric metric : collected) {
                if (!metric.points().isEmpty()) {
                    target.add(metric);
                }
            }
        }
    }

    private static MetricExporter openExporter() throws IOException {
        AgentConfig config = AgentRuntime.config();
        return ServiceLoader.load(MetricExporterProvider.class, MetricsWorker.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IOException("there is no exporter of metrics in this agent"))
                .create(config, ProcessResource.of(config));
    }
}
