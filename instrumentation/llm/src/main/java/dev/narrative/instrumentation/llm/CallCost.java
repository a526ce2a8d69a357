package dev.narrative.instrumentation.llm;

import dev.narrative.core.llm.ModelPrices;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a call cost. It is looked up once, by whoever asks first off the application's threads, an exporter or the thread
 * of metrics: a call without price is counted where it is looked up.
 */
final class CallCost implements Supplier<@Nullable Cost> {
    private final @Nullable String provider;
    private final @Nullable String responseModel;
    private final @Nullable String requestModel;
    private final @Nullable TokenUsage usage;
    private final long epochMillis;
    private boolean isKnown;
    private @Nullable Cost cost;

    /** @param epochNanos when the call was made */
    CallCost(ModelCall call, @Nullable ModelApi api, long epochNanos) {
        provider = api == null ? null : api.provider();
        responseModel = call.responseModel();
        requestModel = RenderedCall.requestModel(call, api);
        usage = call.usage();
        cost = call.cost();
        epochMillis = TimeUnit.NANOSECONDS.toMillis(epochNanos);
    }

    /** In US dollars; {@code null} when it is not known. */
    @Override
    public synchronized @Nullable Cost get() {
        if (!isKnown && cost == null && provider != null && usage != null) {
            cost = ModelPrices.ofProcess().cost(provider, responseModel, requestModel, usage, epochMillis);
        }
        isKnown = true;
        return cost;
    }
}
