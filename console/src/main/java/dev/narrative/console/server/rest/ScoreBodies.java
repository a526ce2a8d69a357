package dev.narrative.console.server.rest;

import dev.narrative.console.server.http.Problem;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreType;
import dev.narrative.model.score.ScoreValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scores as others send them: in our own shape, and in Langfuse's. */
final class ScoreBodies {
    private ScoreBodies() {}

    /** A score that is posted; where the type isn't said, the value's own tells it. */
    static Score ours(JsonValue json) {
        String said = json.text("type");
        ScoreType type = said == null ? null : ScoreType.find(said);
        if (said != null && type == null) {
            throw Problem.badRequest("type must be numeric, categorical, boolean or text");
        }
        return score(json, type, plain(json.get("value")));
    }

    /** A score of Langfuse's, whose booleans are 0 and 1 and whose texts may stand beside the value. */
    static Score langfuses(JsonValue data) {
        ScoreType type = ScoreType.find(data.text("dataType", "NUMERIC").toLowerCase(Locale.ROOT));
        Object value = plain(data.get("value"));
        boolean worded = type == ScoreType.CATEGORICAL || type == ScoreType.TEXT;
        return score(data, type, worded && !(value instanceof String) ? data.text("stringValue") : value);
    }

    private static Score score(JsonValue json, @Nullable ScoreType type, @Nullable Object value) {
        String name = json.text("name");
        if (name == null || value == null) {
            throw Problem.badRequest("a score has a name and a value");
        }
        try {
            ScoreValue read = type == null ? ScoreValue.of(value) : type.value(value);
            return new Score(name, read, json.text("comment"), json.text("id"));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("the score is none: " + e.getMessage());
        }
    }

    /** A number, a flag or a text; {@code null} for anything else. */
    private static @Nullable Object plain(JsonValue value) {
        if (value.isNumber()) {
            return value.decimal(0);
        }
        String text = value.text();
        if (text != null || !value.isPresent()) {
            return text;
        }
        String json = value.toJson();
        return json.equals("true") || json.equals("false") ? (Object) Boolean.valueOf(json) : null;
    }
}
