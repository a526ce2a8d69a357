package dev.narrative.console.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A person's Ctrl-C, or a SIGTERM. Long work looks for it and ends where what it did is whole, which the process waits
 * for; all other work ends at once, as processes do.
 */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean working;
    private volatile boolean asked;

    /** The one of this process. */
    static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::ask, "narrative-interruption"));
        return interruption;
    }

    /** Asks what works to end, and waits until it has. */
    void ask() {
        asked = true;
        if (working) {
            try {
                over.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isAsked() {
        return asked;
    }

    /** Work begins that looks for it. */
    void begin() {
        working = true;
    }

    /** Work has ended that looked for it; the command may go on. */
    void end() {
        working = false;
    }

    /** The command has ended, its last words included. */
    void over() {
        over.countDown();
    }
}
