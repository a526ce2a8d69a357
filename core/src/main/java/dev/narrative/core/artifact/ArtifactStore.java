package dev.narrative.core.artifact;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.log.AgentLog;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes copies of artifacts on a thread of its own, which there is from the first one on. What waits is bounded in
 * number and bytes: an application that makes more than the disk takes gets artifacts without a copy.
 */
final class ArtifactStore implements Runnable {
    private static final int MAX_WAITING = 64;
    private static final long MAX_WAITING_BYTES = 16L << 20;
    private static final long SWEEP_NANOS = TimeUnit.HOURS.toNanos(6);
    private static final long SHUTDOWN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final BlockingQueue<ArtifactContent> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicInteger unwritten = new AtomicInteger();
    private boolean started;

    /** Takes a copy to be written, {@code false} when there is no room for it; returns at once. */
    boolean offer(ArtifactContent content) {
        int size = content.size();
        long before = waitingBytes.getAndAdd(size);
        unwritten.incrementAndGet();
        boolean isTooMuch = before > 0 && before + size > MAX_WAITING_BYTES;
        if (isTooMuch || !start() || !waiting.offer(content)) {
            written(content);
            AgentLog.warnThrottled("artifacts-full", "more artifacts come than can be written; some have no copy");
            return false;
        }
        return true;
    }

    private synchronized boolean start() {
        if (!started) {
            try {
                Runtime.getRuntime().addShutdownHook(AgentThreads.create("shutdown-artifacts", this::flush));
            } catch (IllegalStateException exiting) {
                return false;
            }
            started = true;
            AgentThreads.create("artifacts", this).start();
        }
        return true;
    }

    @Override
    public void run() {
        AgentConfig config = AgentRuntime.config();
        ArtifactDirectory directory =
                new ArtifactDirectory(Path.of(config.get(Settings.JOURNAL_DIR)).resolve("artifacts"));
        long retention = config.get(Settings.JOURNAL_RETENTION).toMillis();
        long nextSweep = System.nanoTime();
        while (true) {
            try {
                if (System.nanoTime() - nextSweep >= 0) {
                    directory.sweep(System.currentTimeMillis() - retention);
                    nextSweep = System.nanoTime() + SWEEP_NANOS;
                }
                ArtifactContent content = waiting.poll(SWEEP_NANOS, TimeUnit.NANOSECONDS);
                if (content != null) {
                    write(content, directory);
                }
            } catch (InterruptedException stop) {
                return;
            } catch (Throwable error) {
                complain(error);
            }
        }
    }

    private void write(ArtifactContent content, ArtifactDirectory directory) {
        try {
            directory.write(content);
        } catch (Throwable error) {
            complain(error);
        } finally {
            written(content);
        }
    }

    private static void complain(Throwable error) {
        AgentLog.warnThrottled("artifacts", "cannot store an artifact: " + AgentLog.brief(error));
    }

    private void written(ArtifactContent content) {
        waitingBytes.addAndGet(-content.size());
        synchronized (unwritten) {
            if (unwritten.decrementAndGet() == 0) {
                unwritten.notifyAll();
            }
        }
    }

    /** Waits for what is still to be written; {@code false} when the time was not enough. */
    boolean awaitWritten(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        synchronized (unwritten) {
            for (long left = nanos; unwritten.get() > 0 && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(unwritten, left);
            }
            return unwritten.get() == 0;
        }
    }

    /** The exit of the process waits a little. */
    private void flush() {
        try {
            awaitWritten(SHUTDOWN_NANOS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
