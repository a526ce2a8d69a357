package dev.narrative.core.export;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * What an exporter is made from.
 *
 * @param config the settings, typed
 * @param resource who produces the spans
 * @param openSpans a view of the spans that are open at the moment of the call, for snapshots
 * @param sinceMillis from when on ended spans were meant for it, in milliseconds since the epoch
 * @param counters where an exporter that {@linkplain SpanExporter#deliversLater() delivers later} counts
 */
public record ExporterSetup(
        AgentConfig config,
        Resource resource,
        Supplier<Collection<SpanData>> openSpans,
        long sinceMillis,
        DestinationCounters counters) {}
