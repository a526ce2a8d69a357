package dev.narrative.export.journal;

import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import java.nio.file.Path;

/** Makes the exporter that {@code narrative.exporters} calls {@code journal}. */
public final class JournalExporterProvider implements ExporterProvider {
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long MEGABYTE = 1024 * 1024;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public SpanExporter create(ExporterSetup setup) {
        JournalOptions options =
                new JournalOptions(Path.of("narrative-traces"), 90 * MILLIS_PER_DAY, 2_048 * MEGABYTE, 64 * MEGABYTE);
        return new JournalExporter(options, setup.resource(), setup.openSpans());
    }
}
