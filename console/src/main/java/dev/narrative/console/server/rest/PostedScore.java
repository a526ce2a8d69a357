package dev.narrative.console.server.rest;

import dev.narrative.console.server.http.Problem;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreType;
import dev.narrative.model.score.ScoreValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a score that is posted; what is too long is refused rather than cut. */
final class PostedScore {
    private static final int MAX_LABEL = 500;
    private static final int MAX_COMMENT = 2_000;

    private PostedScore() {}

    static Score read(JsonValue json) {
        try {
            return new Score(
                    json.text("name", ""),
                    value(json.get("value"), json.text("type")),
                    bounded("comment", json.text("comment"), MAX_COMMENT),
                    bounded("id", json.text("id"), Integer.MAX_VALUE));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** Where the type isn't said, the value's own tells it; where it is, the value must be one of it in JSON, too. */
    private static ScoreValue value(JsonValue json, @Nullable String said) {
        Object plain = plain(json);
        ScoreType type = said == null ? null : ScoreType.find(said.toLowerCase(Locale.ROOT));
        if (said != null && type == null) {
            throw Problem.badRequest("type must be numeric, categorical, boolean or text");
        }
        boolean fits = plain != null
                && (type == null
                        || switch (type) {
                            case NUMERIC -> plain instanceof Double;
                            case BOOLEAN -> plain instanceof Boolean;
                            case CATEGORICAL, TEXT -> plain instanceof String;
                        });
        if (plain == null || !fits) {
            throw Problem.badRequest("value is none of a " + (said == null ? "" : said + " ") + "score");
        }
        return type == null ? ScoreValue.of(plain) : type.value(plain);
    }

    private static @Nullable Object plain(JsonValue json) {
        String text = json.text();
        if (text != null) {
            return bounded("value", text, MAX_LABEL);
        }
        if (json.isNumber()) {
            return json.decimal(Double.NaN);
        }
        String token = json.toJson();
        return token.equals("true") || token.equals("false") ? Boolean.valueOf(token) : null;
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
}
