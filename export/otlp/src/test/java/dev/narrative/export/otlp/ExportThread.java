package dev.narrative.export.otlp;

import dev.narrative.model.SpanData;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Exports one batch on a thread of its own. */
final class ExportThread {
    private final CompletableFuture<IOException> failure = new CompletableFuture<>();
    private final Thread thread;

    private ExportThread(OtlpExporter exporter, List<SpanData> batch) {
        thread = new Thread(() -> run(exporter, batch), "export");
    }

    static ExportThread start(OtlpExporter exporter, List<SpanData> batch) {
        ExportThread started = new ExportThread(exporter, batch);
        started.thread.start();
        return started;
    }

    void interrupt() {
        thread.interrupt();
    }

    /** What the export gave up with. */
    IOException failure() throws Exception {
        return failure.get(10, TimeUnit.SECONDS);
    }

    private void run(OtlpExporter exporter, List<SpanData> batch) {
        try {
            exporter.export(batch);
            failure.completeExceptionally(new AssertionError("the batch was taken"));
        } catch (IOException e) {
            failure.complete(e);
        }
    }
}
