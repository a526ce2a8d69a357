package dev.narrative.core.export;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;

/** Makes the worker of a destination that {@code narrative.exporters} names. */
final class Destinations {
    private Destinations() {}

    static ExportWorker worker(String name, DestinationCounters counters, CountDownLatch opening) {
        return new ExportWorker(name, AgentRuntime.config().get(Settings.QUEUE_SIZE), counters, opening);
    }

    /** Opens a destination; called on its worker's thread, since finding out about the process takes time. */
    static SpanExporter open(String name, long sinceMillis, DestinationCounters counters) throws IOException {
        AgentConfig config = AgentRuntime.config();
        for (ExporterProvider provider :
                ServiceLoader.load(ExporterProvider.class, Destinations.class.getClassLoader())) {
            if (provider.name().equals(name)) {
                return provider.create(new ExporterSetup(
                        config,
                        ProcessResource.of(config),
                        () -> AgentRuntime.tracer().openSpans().now(),
                        sinceMillis,
                        counters));
            }
        }
        throw new IOException("there is no exporter " + name + " in this agent");
    }
}
