package dev.narrative.core.export;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.SpanSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hands each ended span to every destination. Nothing runs before the first span: an application that traces nothing
 * gets no exporter's thread.
 */
public final class SpanPipeline implements SpanSink {
    /** How long the exit of the process may wait for the destinations. */
    private static final long SHUTDOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(2_600);

    /** By destination; one that is left and chosen again counts on. */
    private final Map<String, DestinationCounters> counters = new LinkedHashMap<>();

    private List<String> selected;
    private volatile ExportWorker[] workers = {};
    private volatile boolean started;
    private boolean closed;

    public SpanPipeline(List<String> selected) {
        this.selected = selected;
    }

    @Override
    public void begin() {
        if (!started) {
            startOnce();
        }
    }

    @Override
    public void accept(Span span) {
        for (ExportWorker worker : workers) {
            worker.offer(span);
        }
    }

    /** Opens the destinations that are new in the list and closes those that are no longer in it. */
    public synchronized void select(List<String> names) {
        selected = List.copyOf(names);
        if (!started || closed) {
            return;
        }
        List<ExportWorker> kept = new ArrayList<>();
        for (ExportWorker worker : workers) {
            if (names.contains(worker.name())) {
                kept.add(worker);
            } else {
                worker.close(System.nanoTime() + SHUTDOWN_NANOS);
            }
        }
        List<String> added = new ArrayList<>(names);
        kept.forEach(worker -> added.remove(worker.name()));
        kept.addAll(start(added));
        workers = kept.toArray(new ExportWorker[0]);
    }

    /** What became of the spans so far, by destination; also by those that are no longer chosen. */
    public synchronized Map<String, DestinationCounters> counters() {
        return new LinkedHashMap<>(counters);
    }

    /** Waits until all destinations have ended, which another thread asked them to do, or the time is over. */
    public void awaitEnd(long deadlineNanos) throws InterruptedException {
        for (ExportWorker worker : workers) {
            worker.join(deadlineNanos);
        }
    }

    /** Sends what is queued, then ends; returns within three seconds. */
    public void close() {
        ExportWorker[] open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            open = workers;
        }
        long deadline = System.nanoTime() + SHUTDOWN_NANOS;
        for (ExportWorker worker : open) {
            worker.close(deadline);
        }
        try {
            for (ExportWorker worker : open) {
                report(worker, worker.awaitEnd(deadline));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report(ExportWorker worker, long left) {
        DestinationCounters counters = worker.counters();
        if (left + counters.dropped() + counters.failed() > 0) {
            AgentLog.warn("exporter " + worker.name() + " did not deliver every span: " + counters
                    + (left > 0 ? ", " + left + " left at the exit" : ""));
        }
    }

    private synchronized void startOnce() {
        if (started || closed) {
            return;
        }
        try {
            Runtime.getRuntime().addShutdownHook(AgentThreads.create("shutdown", new Shutdown()));
        } catch (IllegalStateException exiting) {
            closed = true;
            return;
        }
        workers = start(selected).toArray(new ExportWorker[0]);
        started = true;
    }

    private List<ExportWorker> start(List<String> names) {
        CountDownLatch opening = new CountDownLatch(names.size());
        List<ExportWorker> made = new ArrayList<>();
        for (String name : names) {
            DestinationCounters counted = counters.get(name);
            if (counted == null) {
                counted = new DestinationCounters();
                counters.put(name, counted);
            }
            ExportWorker worker = Destinations.worker(name, counted, opening);
            worker.start();
            made.add(worker);
        }
        return made;
    }

    private final class Shutdown implements Runnable {
        @Override
        public void run() {
            close();
        }
    }
}
