package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and what they cost. OpenTelemetry counts cached tokens within the input and reasoning within the output; Langfuse
 * adds its kinds up, so that each token may be in one of them only.
 */
final class UsageFields {
    private static final String INPUT = "input";
    private static final String CACHED = "input_cached_tokens";
    private static final String CACHE_CREATION = "input_cache_creation";
    private static final String OUTPUT = "output";
    private static final String REASONING = "output_reasoning_tokens";
    private static final String TOTAL = "total";

    private UsageFields() {}

    static void write(SpanValues values, Attributes fields) {
        usage(values, fields);
        cost(values, fields);
    }

    private static void usage(SpanValues values, Attributes fields) {
        boolean hasInput = values.has(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS);
        boolean hasOutput = values.has(AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS);
        TokenUsage usage = TokenUsage.ofTotals(
                values.takeCount(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS),
                values.takeCount(AttributeNames.GEN_AI_USAGE_CACHE_READ_INPUT_TOKENS),
                values.takeCount(AttributeNames.GEN_AI_USAGE_CACHE_CREATION_INPUT_TOKENS),
                values.takeCount(AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS),
                values.takeCount(AttributeNames.GEN_AI_USAGE_REASONING_OUTPUT_TOKENS));
        Map<String, Long> kinds = new LinkedHashMap<>();
        put(kinds, INPUT, usage.input(), hasInput);
        put(kinds, CACHED, usage.cacheRead(), false);
        put(kinds, CACHE_CREATION, usage.cacheWrite(), false);
        put(kinds, OUTPUT, usage.output(), hasOutput);
        put(kinds, REASONING, usage.reasoning(), false);
        if (!kinds.isEmpty()) {
            JsonWriter out = new JsonWriter(96);
            out.beginObject();
            kinds.forEach((kind, tokens) -> out.name(kind).value(tokens.longValue()));
            fields.put(LangfuseAttributes.USAGE_DETAILS, out.endObject().text());
        }
    }

    private static void put(Map<String, Long> kinds, String kind, long tokens, boolean alsoNone) {
        if (tokens > 0 || alsoNone) {
            kinds.put(kind, tokens);
        }
    }

    private static void cost(SpanValues values, Attributes fields) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        putDollars(kinds, INPUT, values.take(AttributeNames.COST_INPUT));
        putDollars(kinds, OUTPUT, values.take(AttributeNames.COST_OUTPUT));
        putDollars(kinds, TOTAL, values.take(AttributeNames.COST_TOTAL));
        if (!kinds.isEmpty()) {
            JsonWriter out = new JsonWriter(96);
            out.beginObject();
            kinds.forEach((kind, dollars) -> out.name(kind).value(((Number) dollars).doubleValue()));
            fields.put(LangfuseAttributes.COST_DETAILS, out.endObject().text());
        }
    }

    private static void putDollars(Map<String, Object> kinds, String kind, @Nullable Object dollars) {
        if (dollars instanceof Number number && number.doubleValue() >= 0 && Double.isFinite(number.doubleValue())) {
            kinds.put(kind, number);
        }
    }
}
