package dev.narrative.applications.spring;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A thread that calls back, as that of a driver does, and that no executor knows of. */
final class ForeignThread {
    private final BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();

    ForeignThread() {
        Thread thread = new Thread(this::serve, "foreign");
        thread.setDaemon(true);
        thread.start();
    }

    void call(Runnable callback) {
        calls.add(callback);
    }

    private void serve() {
        try {
            while (true) {
                calls.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
