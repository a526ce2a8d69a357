package dev.narrative.console.server.alerts;

import dev.narrative.model.json.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands.
 *
 * @param firing whether somebody was told and it is not over
 * @param calm how many looks in a row found nothing since it fires
 * @param since when it began to fire or was over, {@code null} when it never fired
 */
record Alert(
        AlertRule rule,
        boolean firing,
        double value,
        int calm,
        @Nullable Instant since) {
    /** So many calm looks in a row end it: a value that swings around its threshold tells nobody each minute. */
    private static final int CALM_LOOKS = 3;

    static Alert of(AlertRule rule) {
        return new Alert(rule, false, 0, 0, null);
    }

    /** How it stands after another look. */
    Alert next(double seen, Instant now) {
        if (rule.isBroken(seen)) {
            return new Alert(rule, true, seen, 0, firing ? since : now);
        }
        if (firing && calm + 1 < CALM_LOOKS) {
            return new Alert(rule, true, seen, calm + 1, since);
        }
        return new Alert(rule, false, seen, 0, firing ? now : since);
    }

    String status() {
        return firing ? "firing" : "ok";
    }

    void write(JsonWriter out) {
        out.beginObject();
        out.name("name").value(rule.name());
        out.name("status").value(status());
        out.name("when").value(rule.when());
        out.name("value").value(value);
        out.name("threshold").value(rule.threshold());
        if (since != null) {
            out.name("since").value(since.toString());
        }
        out.endObject();
    }
}
