package dev.narrative.export.journal;

import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import java.io.IOException;

/** {@code journal}: spans to files on this machine. */
public final class JournalExporterProvider implements ExporterProvider {
    @Override
    public String name() {
        return "journal";
    }

    @Override
    public SpanExporter create(ExporterSetup setup) throws IOException {
        try {
            return new JournalExporter(JournalOptions.of(setup.config()), setup.resource(), setup.openSpans());
        } catch (IllegalArgumentException e) {
            throw new IOException("the journal can't be opened: " + e.getMessage(), e);
        }
    }
}
