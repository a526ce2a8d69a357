package dev.narrative.export.logging;

import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.model.tree.TreeStyle;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Makes the exporter that {@code narrative.exporters} calls {@code logging}. */
public final class LoggingExporterProvider implements ExporterProvider {
    private static final int DEFAULT_WIDTH = 120;
    private static final int MAX_WIDTH = 1_000;

    @Override
    public String name() {
        return "logging";
    }

    @Override
    public SpanExporter create(ExporterSetup setup) {
        Charset charset = charset();
        boolean ascii = !charset.equals(StandardCharsets.UTF_8);
        return new LoggingExporter(System.err, charset, new TreeStyle(width(System.getenv("COLUMNS")), ascii, false));
    }

    static int width(@Nullable String columns) {
        try {
            return columns == null ? DEFAULT_WIDTH : Math.min(MAX_WIDTH, Integer.parseInt(columns.trim()));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    /** The encoding of stderr, as far as a JVM of any version tells. */
    private static Charset charset() {
        for (String key : new String[] {"stderr.encoding", "sun.stderr.encoding", "native.encoding"}) {
            String name = System.getProperty(key);
            try {
                if (name != null && !name.isEmpty()) {
                    return Charset.forName(name);
                }
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // the next key may name one that is known here
            }
        }
        return Charset.defaultCharset();
    }
}
