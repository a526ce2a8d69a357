package dev.narrative.export.langfuse;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.export.delivery.OutboxOptions;
import dev.narrative.export.delivery.SpanEncoder;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import java.io.IOException;

/** {@code langfuse}: observations and scores to a Langfuse project. */
public final class LangfuseExporterProvider implements ExporterProvider {
    @Override
    public String name() {
        return LangfuseSettings.EXPORTER;
    }

    @Override
    public SpanExporter create(ExporterSetup setup) throws IOException {
        try {
            AgentConfig config = setup.config();
            LangfuseOptions options = LangfuseOptions.of(config);
            Outbox outbox = new Outbox(
                    OutboxOptions.of(setup, name(), options.host()),
                    LangfuseSenders.open(options),
                    LangfuseSenders.empty(),
                    process -> whole(requests(config, process, setup.counters())),
                    setup.counters());
            return new LangfuseExporter(requests(config, setup.resource(), setup.counters()), outbox, setup.counters());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static LangfuseRequests requests(AgentConfig config, Resource process, DestinationCounters counters) {
        return new LangfuseRequests(
                config.get(LangfuseSettings.SPANS).equals("llm") ? new ModelSpans() : new SpanSelection.All(),
                ProcessFields.of(config, process),
                new TraceRequests(withoutEnvironment(process), counters, TraceRequests.LARGEST),
                counters);
    }

    /** Of a process that is gone nothing more will come that could decide on its spans. */
    private static SpanEncoder whole(LangfuseRequests requests) {
        return (spans, taker) -> {
            requests.offer(spans, taker);
            requests.settle(taker);
        };
    }

    /** Each span has its environment in Langfuse's spelling; the resource's own would be taken where one has none. */
    static Resource withoutEnvironment(Resource resource) {
        Attributes attributes = new Attributes();
        SpanValues values = new SpanValues();
        resource.attributes().visit(values);
        values.take(ProcessFields.ENVIRONMENTS.toArray(new String[0]));
        values.rest().forEach((key, value) -> MetadataFields.put(attributes, key, value));
        return new Resource(resource.serviceName(), attributes);
    }
}
