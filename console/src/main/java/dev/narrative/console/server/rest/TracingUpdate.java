package dev.narrative.console.server.rest;

import dev.narrative.console.server.http.Problem;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.json.JsonValue;
import java.util.Locale;
import java.util.Map;

/**
 * The fields that a client of the tracing API knows, as attributes. Names are taken in camel case or with underscores;
 * what else is told is kept under {@code narrative.metadata}.
 */
final class TracingUpdate {
    private static final int MOST_FIELDS = 100;

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("sessionid", AttributeNames.SESSION_ID),
            Map.entry("userid", AttributeNames.USER_ID),
            Map.entry("storyid", AttributeNames.STORY_ID),
            Map.entry("model", AttributeNames.GEN_AI_REQUEST_MODEL),
            Map.entry("modelid", AttributeNames.GEN_AI_REQUEST_MODEL),
            Map.entry("provider", AttributeNames.GEN_AI_PROVIDER_NAME),
            Map.entry("prompt", AttributeNames.INPUT),
            Map.entry("promptcontent", AttributeNames.INPUT),
            Map.entry("systemprompt", AttributeNames.GEN_AI_SYSTEM_INSTRUCTIONS),
            Map.entry("response", AttributeNames.OUTPUT),
            Map.entry("responsecontent", AttributeNames.OUTPUT),
            Map.entry("errorcode", AttributeNames.ERROR_TYPE));

    private TracingUpdate() {}

    /** Puts what is told on a span. */
    static void apply(JsonValue fields, Attributes attributes) {
        if (fields.size() > MOST_FIELDS) {
            throw Problem.badRequest("more than " + MOST_FIELDS + " fields");
        }
        for (String name : fields.names()) {
            apply(name, fields.get(name), attributes);
        }
    }

    private static void apply(String name, JsonValue value, Attributes attributes) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        String key = TEXTS.get(plain);
        String text = value.text();
        if (key != null) {
            NewSpan.put(key, text != null ? text : value.isPresent() ? value.toJson() : null, attributes);
            return;
        }
        switch (plain) {
            case "tokensused" -> tokens(value, attributes);
            case "costcalculation" -> costs(value, attributes);
            case "firsttokenlatencyms" -> {
                if (value.isNumber()) {
                    attributes.put(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, value.decimal(0) / 1_000);
                }
            }
            case "traceid", "status", "error", "errormessage", "name" -> {
                // told by the span itself
            }
            default -> {
                if (value.isPresent()) {
                    attributes.put("narrative.metadata." + name, text != null ? text : value.toJson());
                }
            }
        }
    }

    private static void tokens(JsonValue tokens, Attributes attributes) {
        if (tokens.get("input").isNumber()) {
            attributes.put(
                    AttributeNames.GEN_AI_USAGE_INPUT_TOKENS,
                    tokens.get("input").integer(0));
        }
        if (tokens.get("output").isNumber()) {
            attributes.put(
                    AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS,
                    tokens.get("output").integer(0));
        }
    }

    private static void costs(JsonValue costs, Attributes attributes) {
        cost(costs, "input_cost", "inputCost", AttributeNames.COST_INPUT, attributes);
        cost(costs, "output_cost", "outputCost", AttributeNames.COST_OUTPUT, attributes);
        cost(costs, "total_cost", "totalCost", AttributeNames.COST_TOTAL, attributes);
    }

    private static void cost(JsonValue costs, String name, String camel, String key, Attributes attributes) {
        JsonValue cost = costs.get(name).isNumber() ? costs.get(name) : costs.get(camel);
        if (cost.isNumber()) {
            attributes.put(key, cost.decimal(0));
        }
    }
}
