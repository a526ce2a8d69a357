package dev.narrative.core.export;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Destinations by the names {@code one} and {@code two}, found as real ones are; each gives out the test's exporter. */
public abstract class FakeDestination implements ExporterProvider {
    private static final Map<String, FakeExporter> EXPORTERS = new ConcurrentHashMap<>();

    private final String name;

    FakeDestination(String name) {
        this.name = name;
    }

    /** A new exporter behind a name. */
    static FakeExporter exporter(String name) {
        FakeExporter exporter = new FakeExporter();
        EXPORTERS.put(name, exporter);
        return exporter;
    }

    static void forgetAll() {
        EXPORTERS.clear();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final SpanExporter create(ExporterSetup setup) throws IOException {
        FakeExporter exporter = EXPORTERS.get(name);
        if (exporter == null) {
            throw new IOException(name + " is closed today");
        }
        exporter.open(setup);
        return exporter;
    }

    /** The destination {@code one}. */
    public static final class One extends FakeDestination {
        public One() {
            super("one");
        }
    }

    /** The destination {@code two}. */
    public static final class Two extends FakeDestination {
        public Two() {
            super("two");
        }
    }
}
