package dev.narrative.core.export;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.SpanSink;
import java.util.concurrent.TimeUnit;

/**
 * Hands each ended span to every destination. Nothing runs before the first span: an application that traces nothing
 * gets no thread of ours.
 */
public final class SpanPipeline implements SpanSink {
    /** How long the exit of the process may wait for the destinations. */
    static final long SHUTDOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(2_800);

    private final Starter starter;
    private volatile ExportWorker[] workers = {};
    private volatile boolean started;
    private boolean closed;

    public SpanPipeline(Starter starter) {
        this.starter = starter;
    }

    /** Makes the workers of all destinations, when the first span has ended. */
    public interface Starter {
        ExportWorker[] start();
    }

    @Override
    public void accept(Span span) {
        if (!started) {
            startOnce();
        }
        for (ExportWorker worker : workers) {
            worker.offer(span);
        }
    }

    private synchronized void startOnce() {
        if (started) {
            return;
        }
        ExportWorker[] made = starter.start();
        for (ExportWorker worker : made) {
            worker.start();
        }
        workers = made;
        started = true;
        try {
            Runtime.getRuntime().addShutdownHook(AgentThreads.create("shutdown", this::close));
        } catch (IllegalStateException exiting) {
            // The process ends already; what is written by then is written.
        }
    }

    /** Sends what is queued; returns within {@link #SHUTDOWN_NANOS}. */
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        long deadline = System.nanoTime() + SHUTDOWN_NANOS;
        for (ExportWorker worker : workers) {
            worker.close(deadline);
        }
        try {
            for (ExportWorker worker : workers) {
                worker.awaitEnd(deadline);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        for (ExportWorker worker : workers) {
            DestinationCounters counters = worker.counters();
            if (counters.dropped() + counters.failed() > 0) {
                AgentLog.warn("exporter " + worker.name() + " did not deliver every span: " + counters);
            }
        }
    }
}
