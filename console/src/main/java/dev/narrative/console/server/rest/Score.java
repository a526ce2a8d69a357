package dev.narrative.console.server.rest;

import dev.narrative.console.server.http.Problem;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.json.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A judgement, as the agent's scores are.
 *
 * @param type {@code numeric}, {@code categorical}, {@code boolean} or {@code text}
 * @param number of numeric and boolean ones
 * @param label of all but numeric ones
 * @param id the key under which a repeat overwrites; {@code null} for the one that target and name make
 */
record Score(
        String name,
        String type,
        @Nullable Double number,
        @Nullable String label,
        @Nullable String comment,
        @Nullable String id) {
    private static final Set<String> TYPES = Set.of("numeric", "categorical", "boolean", "text");
    private static final int MAX_NAME = 200;
    private static final int MAX_LABEL = 500;
    private static final int MAX_COMMENT = 2_000;

    /** Reads a score that is posted; where the type isn't said, the value's own tells it. */
    static Score of(JsonValue json) {
        String name = bounded("name", json.text("name"), MAX_NAME);
        if (name == null) {
            throw Problem.badRequest("name must say what is judged");
        }
        JsonValue value = json.get("value");
        String text = value.text();
        boolean isFlag = value.toJson().equals("true") || value.toJson().equals("false");
        String usual = value.isNumber() ? "numeric" : isFlag ? "boolean" : "categorical";
        String type = json.text("type", usual).toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw Problem.badRequest("type must be numeric, categorical, boolean or text");
        }
        boolean fits =
                switch (type) {
                    case "numeric" -> value.isNumber() && Double.isFinite(value.decimal(Double.NaN));
                    case "boolean" -> isFlag;
                    default -> text != null && !text.isBlank();
                };
        if (!fits) {
            throw Problem.badRequest("value is none of a " + type + " score");
        }
        Double number =
                switch (type) {
                    case "numeric" -> value.decimal(0);
                    case "boolean" -> value.isTrue() ? 1.0 : 0.0;
                    default -> null;
                };
        String label = type.equals("numeric") ? null : type.equals("boolean") ? value.toJson() : text;
        return new Score(
                name,
                type,
                number,
                bounded("value", label, MAX_LABEL),
                bounded("comment", json.text("comment"), MAX_COMMENT),
                bounded("id", json.text("id"), MAX_NAME));
    }

    /** The score that an event carries, {@code null} when it carries none. */
    static @Nullable Score of(SpanEvent event) {
        Attributes details = event.attributes();
        if (!event.name().equals(AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT)
                || !(details.get(AttributeNames.GEN_AI_EVALUATION_NAME) instanceof String name)) {
            return null;
        }
        Double number =
                details.get(AttributeNames.GEN_AI_EVALUATION_SCORE_VALUE) instanceof Number n ? n.doubleValue() : null;
        String label = text(details, AttributeNames.GEN_AI_EVALUATION_SCORE_LABEL);
        String type = text(details, AttributeNames.SCORE_TYPE);
        return new Score(
                name,
                type != null ? type : number != null ? "numeric" : "categorical",
                number,
                label,
                text(details, AttributeNames.GEN_AI_EVALUATION_EXPLANATION),
                text(details, AttributeNames.SCORE_ID));
    }

    SpanEvent event(long epochNanos) {
        Attributes details = new Attributes().put(AttributeNames.GEN_AI_EVALUATION_NAME, name);
        if (number != null) {
            details.put(AttributeNames.GEN_AI_EVALUATION_SCORE_VALUE, number.doubleValue());
        }
        NewSpan.put(AttributeNames.GEN_AI_EVALUATION_SCORE_LABEL, label, details);
        details.put(AttributeNames.SCORE_TYPE, type);
        NewSpan.put(AttributeNames.GEN_AI_EVALUATION_EXPLANATION, comment, details);
        NewSpan.put(AttributeNames.SCORE_ID, id, details);
        return new SpanEvent(AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT, epochNanos, details);
    }

    private static @Nullable String bounded(String name, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > most) {
            throw Problem.badRequest(name + " is longer than " + most + " characters");
        }
        return text.strip();
    }

    private static @Nullable String text(Attributes details, String key) {
        return details.get(key) instanceof String text ? text : null;
    }
}
