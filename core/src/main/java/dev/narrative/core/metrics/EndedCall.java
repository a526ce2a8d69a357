package dev.narrative.core.metrics;

import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What metrics need of a model call that has ended.
 *
 * @param operation OpenTelemetry's {@code gen_ai.operation.name}
 * @param provider OpenTelemetry's {@code gen_ai.provider.name}
 * @param server the host that was asked, and its port; 0 when it is not known
 * @param errorType {@code null} when it went well
 * @param seconds how long it took
 * @param secondsToFirstChunk negative when the answer was not streamed, or none came
 * @param usage {@code null} when the provider told none
 * @param cost asked for on the thread that counts, since the first look at the prices reads them
 */
public record EndedCall(
        String operation,
        @Nullable String provider,
        @Nullable String requestModel,
        @Nullable String responseModel,
        @Nullable String server,
        int port,
        @Nullable String errorType,
        double seconds,
        double secondsToFirstChunk,
        @Nullable TokenUsage usage,
        Supplier<@Nullable Cost> cost) {}
