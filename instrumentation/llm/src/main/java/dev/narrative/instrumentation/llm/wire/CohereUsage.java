package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;

/** Cohere's counts: those that are billed, which OpenTelemetry wants told where both are, else those that were used. */
final class CohereUsage {
    private CohereUsage() {}

    static void read(JsonValue usage, ModelCall call) {
        JsonValue billed = usage.get("billed_units");
        JsonValue counted = billed.has("input_tokens") || billed.has("output_tokens") ? billed : usage.get("tokens");
        if (!counted.isObject()) {
            return;
        }
        long in = Math.max(0, counted.get("input_tokens").integer(0));
        long cached = Math.min(in, Math.max(0, usage.get("cached_tokens").integer(0)));
        call.usage(
                TokenUsage.ofTotals(in, cached, 0, counted.get("output_tokens").integer(0), 0));
    }
}
