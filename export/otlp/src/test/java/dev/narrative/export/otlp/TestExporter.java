package dev.narrative.export.otlp;

import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import java.io.IOException;
import java.util.List;

/** An exporter that a test opens and closes. */
final class TestExporter implements AutoCloseable {
    private final OtlpExporter exporter;

    TestExporter(Options options) throws IOException {
        this(options, Integer.MAX_VALUE);
    }

    TestExporter(Options options, int largestRequest) throws IOException {
        exporter = new OtlpExporter(new Resource("shop", new Attributes()), options.get(), largestRequest);
    }

    void export(List<? extends SpanData> batch) throws IOException {
        exporter.export(List.copyOf(batch));
    }

    OtlpExporter get() {
        return exporter;
    }

    @Override
    public void close() {
        exporter.close();
    }
}
