package dev.narrative.core.metrics;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.MetricsSettings;
import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.export.SpanPipeline;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Switches metrics on and off. Until they are switched on for the first time there is no thread and no queue. */
public final class MetricsPipeline {
    /** How long the exit of the process may wait, all in all. */
    private static final long SHUTDOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(2_500);

    /** How much of it the destinations of spans get, so that the last report tells what became of the last spans. */
    private static final long SPANS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SpanPipeline spans;
    private @Nullable MetricsWorker worker;
    private boolean hooked;
    private boolean closed;

    public MetricsPipeline(SpanPipeline spans) {
        this.spans = spans;
    }

    /** Does what the configuration says now. */
    public synchronized void follow(AgentConfig config) {
        boolean wanted = config.get(MetricsSettings.ENABLED);
        if (closed || wanted == (worker != null)) {
            return;
        }
        if (worker != null) {
            worker.close();
            worker = null;
        } else if (hook()) {
            worker = new MetricsWorker(spans);
            worker.start();
        }
    }

    /** Sends a last report, then ends; returns within three seconds. */
    public void close() {
        MetricsWorker open;
        synchronized (this) {
            closed = true;
            open = worker;
            worker = null;
        }
        if (open == null) {
            return;
        }
        long now = System.nanoTime();
        try {
            spans.awaitEnd(now + SPANS_NANOS);
            open.close();
            open.awaitEnd(now + SHUTDOWN_NANOS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hook() {
        if (!hooked) {
            try {
                Runtime.getRuntime().addShutdownHook(AgentThreads.create("shutdown-metrics", new Shutdown()));
                hooked = true;
            } catch (IllegalStateException exiting) {
                closed = true;
            }
        }
        return hooked;
    }

    private final class Shutdown implements Runnable {
        @Override
        public void run() {
            close();
        }
    }
}
