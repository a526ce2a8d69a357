package dev.narrative.applications.okhttp;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** One thread that works off a queue, written by the application itself: no pool of the JDK's stands behind it. */
final class OwnThread extends AbstractExecutorService {
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "own-thread");
    private volatile boolean open = true;

    OwnThread() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        if (!open) {
            throw new RejectedExecutionException("closed");
        }
        tasks.add(task);
    }

    @Override
    public void shutdown() {
        open = false;
        thread.interrupt();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.copyOf(tasks);
    }

    @Override
    public boolean isShutdown() {
        return !open;
    }

    @Override
    public boolean isTerminated() {
        return !open && !thread.isAlive();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        thread.join(unit.toMillis(timeout));
        return isTerminated();
    }

    private void work() {
        try {
            while (open) {
                tasks.take().run();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
