package dev.narrative.boot;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where an error of the agent's own code ends when it occurs inside an application's method: counted, never thrown. */
public final class AdviceErrors {
    private static final AtomicLong COUNT = new AtomicLong();
    private static volatile @Nullable Consumer<Throwable> listener;

    private AdviceErrors() {}

    /** Counts and tells of an error, unless it is the application's own want of stack or heap that met us first. */
    public static void suppressed(Throwable error) {
        if (error instanceof StackOverflowError || error instanceof OutOfMemoryError) {
            return;
        }
        COUNT.incrementAndGet();
        Consumer<Throwable> told = listener;
        if (told != null) {
            try {
                told.accept(error);
            } catch (Throwable ignored) {
                // Nothing may reach the application from here.
            }
        }
    }

    public static long count() {
        return COUNT.get();
    }

    public static void listen(Consumer<Throwable> newListener) {
        listener = newListener;
    }
}
