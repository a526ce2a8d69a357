package dev.narrative.console.server.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one client is to be told; one that reads too slowly is told to load again instead. Thread-safe. */
final class Listener {
    private static final int MOST = 512;

    private final Deque<LiveEvent> waiting = new ArrayDeque<>();
    private boolean closed;

    synchronized void add(LiveEvent event) {
        if (waiting.size() >= MOST) {
            waiting.clear();
            waiting.add(LiveEvent.reset(event.id()));
        } else {
            waiting.add(event);
        }
        notifyAll();
    }

    /** The next event; {@code null} when none came in that time, or the server ends. */
    synchronized @Nullable LiveEvent next(long timeoutMillis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        long left = timeoutMillis;
        while (waiting.isEmpty() && !closed && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        return waiting.poll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
