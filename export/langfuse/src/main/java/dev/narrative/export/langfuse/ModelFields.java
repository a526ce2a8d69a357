package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.json.JsonWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The model and what it was asked with. */
final class ModelFields {
    private static final String REQUEST = "gen_ai.request.";

    /** Parameters that stand under names of their own. */
    private static final Map<String, String> OTHERS = Map.of(
            AttributeNames.LLM_REASONING_EFFORT, "reasoning_effort",
            AttributeNames.LLM_SERVICE_TIER, "service_tier",
            AttributeNames.GEN_AI_EMBEDDINGS_DIMENSION_COUNT, "dimensions");

    private ModelFields() {}

    static void write(SpanValues values, Attributes fields) {
        Object asked = values.take(AttributeNames.GEN_AI_REQUEST_MODEL);
        Object answered = values.take(AttributeNames.GEN_AI_RESPONSE_MODEL);
        Object given = values.take(LangfuseAttributes.MODEL_NAME);
        Object model = given != null ? given : answered != null ? answered : asked;
        if (model != null) {
            fields.put(LangfuseAttributes.MODEL_NAME, model.toString());
        }
        if (answered != null && asked != null && !asked.equals(answered)) {
            fields.put(LangfuseAttributes.METADATA + '.' + AttributeNames.GEN_AI_REQUEST_MODEL, asked.toString());
        }
        parameters(values, fields);
    }

    private static void parameters(SpanValues values, Attributes fields) {
        JsonWriter out = new JsonWriter(128);
        out.beginObject();
        boolean any = false;
        for (Iterator<Map.Entry<String, Object>> all = values.rest().entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Object> entry = all.next();
            String name = name(entry.getKey());
            if (name != null) {
                any |= parameter(out, name, entry.getValue());
                all.remove();
            }
        }
        out.endObject();
        if (any) {
            fields.put(LangfuseAttributes.MODEL_PARAMETERS, out.text());
        }
    }

    private static @Nullable String name(String key) {
        return key.startsWith(REQUEST) ? key.substring(REQUEST.length()) : OTHERS.get(key);
    }

    /** Writes a number as such and all else as text; a number that JSON hasn't is left out. */
    private static boolean parameter(JsonWriter out, String name, Object value) {
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                return false;
            }
            out.name(name).value(number.doubleValue());
        } else if (value instanceof Long number) {
            out.name(name).value(number.longValue());
        } else {
            out.name(name).value(value instanceof List<?> list ? joined(list) : value.toString());
        }
        return true;
    }

    private static String joined(List<?> items) {
        StringBuilder text = new StringBuilder();
        for (Object item : items) {
            text.append(text.isEmpty() ? "" : ", ").append(item);
        }
        return text.toString();
    }
}
