package dev.narrative.core.metrics;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.model.Resource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps the reports of the test, or refuses them; found as the real one is. */
public final class FakeMetricExporter implements MetricExporterProvider {
    static final List<MetricReport> REPORTS = new CopyOnWriteArrayList<>();
    static volatile @Nullable String failure;
    static volatile int attempts;
    static volatile int closes;

    static void reset() {
        REPORTS.clear();
        failure = null;
        attempts = 0;
        closes = 0;
    }

    @Override
    public MetricExporter create(AgentConfig config, Resource resource) {
        return new Kept();
    }

    private static final class Kept implements MetricExporter {
        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread exports
        public void export(MetricReport report) throws IOException {
            attempts++;
            String message = failure;
            if (message != null) {
                throw new IOException(message);
            }
            REPORTS.add(report);
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread closes
        public void close() {
            closes++;
        }
    }
}
