package dev.narrative.console.server.rest;

import dev.narrative.console.server.http.Problem;
import dev.narrative.model.json.JsonValue;
import java.util.Locale;

/** Langfuse's scores as ours. */
final class LangfuseScores {
    private LangfuseScores() {}

    static Score score(JsonValue data) {
        String name = data.text("name");
        if (name == null || name.isBlank()) {
            throw Problem.badRequest("the score has no name");
        }
        String type = data.text("dataType", "NUMERIC").toLowerCase(Locale.ROOT);
        JsonValue value = data.get("value");
        String text = value.text() != null ? value.text() : data.text("stringValue");
        boolean numeric = type.equals("numeric") || type.equals("boolean");
        if (numeric ? !value.isNumber() : text == null) {
            throw Problem.badRequest("the score has no value");
        }
        String label = type.equals("boolean") ? Boolean.toString(value.decimal(0) != 0) : text;
        return new Score(
                name,
                type,
                numeric ? value.decimal(0) : null,
                type.equals("numeric") ? null : label,
                data.text("comment"),
                data.text("id"));
    }
}
