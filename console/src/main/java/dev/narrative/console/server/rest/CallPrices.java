package dev.narrative.console.server.rest;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import dev.narrative.model.prices.PriceTable;
import java.util.concurrent.TimeUnit;

/** Prices of model calls that clients tell with their tokens and without their cost. */
public record CallPrices(PriceTable table) {
    /** Puts a call's cost on it, where it is known and the client told none. */
    void apply(Attributes call, long startEpochNanos) {
        TokenUsage usage = TokenUsage.ofTotals(
                tokens(call, AttributeNames.GEN_AI_USAGE_INPUT_TOKENS),
                0,
                0,
                tokens(call, AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS),
                0);
        if (usage.equals(TokenUsage.NONE)
                || call.get(AttributeNames.COST_TOTAL) != null
                || call.get(AttributeNames.COST_INPUT) != null
                || call.get(AttributeNames.COST_OUTPUT) != null) {
            return;
        }
        Cost cost = table.cost(
                text(call, AttributeNames.GEN_AI_PROVIDER_NAME),
                text(call, AttributeNames.GEN_AI_REQUEST_MODEL),
                null,
                usage,
                TimeUnit.NANOSECONDS.toMillis(startEpochNanos));
        if (cost != null) {
            call.put(AttributeNames.COST_INPUT, cost.input());
            call.put(AttributeNames.COST_OUTPUT, cost.output());
            call.put(AttributeNames.COST_TOTAL, cost.total());
        }
    }

    private static long tokens(Attributes call, String key) {
        return call.get(key) instanceof Long tokens ? tokens : 0;
    }

    private static String text(Attributes call, String key) {
        return call.get(key) instanceof String text ? text : "";
    }
}
