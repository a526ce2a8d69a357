package dev.narrative.core.export;

import dev.narrative.model.SpanData;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A destination that keeps the names of what it takes, and fails or stands still when told to. */
final class FakeExporter implements SpanExporter {
    final List<String> names = new CopyOnWriteArrayList<>();
    volatile @Nullable Exception failure;
    volatile @Nullable Exception flushFailure;
    volatile @Nullable Error breakdown;
    volatile @Nullable CountDownLatch gate;
    volatile @Nullable Thread thread;
    volatile @Nullable CountDownLatch opening;
    volatile @Nullable ExporterSetup setup;
    volatile long openNanos;
    volatile long firstNanos;
    volatile boolean ignoresInterrupts;
    volatile boolean isStuck;
    volatile int ticks;
    volatile int flushes;
    volatile int closes;

    void open(ExporterSetup opened) throws IOException {
        setup = opened;
        pass(opening);
        openNanos = System.nanoTime();
    }

    @Override
    public void export(List<SpanData> batch) throws IOException {
        thread = Thread.currentThread();
        firstNanos = firstNanos == 0 ? System.nanoTime() : firstNanos;
        pass(gate);
        Error broken = breakdown;
        if (broken != null) {
            throw broken;
        }
        fail(failure);
        for (SpanData span : batch) {
            names.add(span.name());
        }
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the destination's thread only
    public void tick() throws IOException {
        ticks++;
        fail(failure);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void flush(long timeoutMillis) throws IOException {
        flushes++;
        fail(flushFailure);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void close() {
        closes++;
    }

    private void pass(@Nullable CountDownLatch closed) throws IOException {
        while (closed != null && closed.getCount() > 0) {
            isStuck = true;
            try {
                closed.await();
            } catch (InterruptedException stop) {
                if (!ignoresInterrupts) {
                    throw new IOException("interrupted", stop);
                }
            }
        }
        isStuck = false;
    }

    private static void fail(@Nullable Exception failure) throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
    }
}
