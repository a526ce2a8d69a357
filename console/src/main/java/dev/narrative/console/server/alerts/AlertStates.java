package dev.narrative.console.server.alerts;

import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How alerts stood when they were looked at last, in {@code alerts.state.json}: a console that starts again tells nobody
 * what it has told, and knows what is over since. Neither webhooks nor secrets are in it.
 */
final class AlertStates {
    private final Path file;

    AlertStates(Path dataDirectory) {
        file = dataDirectory.resolve("alerts.state.json");
    }

    /** Those of rules that are as they were, by the rule's name; a file that is damaged has none. */
    Map<String, Alert> read(Collection<AlertRule> rules) throws IOException {
        Map<String, Alert> states = new HashMap<>();
        if (Files.notExists(file)) {
            return states;
        }
        JsonValue noted = JsonReader.read(Files.readAllBytes(file), JsonLimits.DEFAULT);
        for (AlertRule rule : rules) {
            for (JsonValue state : noted.get("alerts").elements()) {
                if (state.text("name", "").equals(rule.name())
                        && state.text("rule", "").equals(rule.text())) {
                    states.put(rule.name(), alert(rule, state));
                }
            }
        }
        return states;
    }

    void write(Collection<Alert> alerts) throws IOException {
        JsonWriter out = new JsonWriter(1_024);
        out.beginObject().name("alerts").beginArray();
        for (Alert alert : alerts) {
            out.beginObject();
            out.name("name").value(alert.rule().name());
            out.name("rule").value(alert.rule().text());
            out.name("firing").value(alert.firing());
            out.name("value").value(alert.value());
            out.name("calm").value(alert.calm());
            Instant since = alert.since();
            if (since != null) {
                out.name("since").value(since.toString());
            }
            out.endObject();
        }
        out.endArray().endObject();
        JournalFiles.replace(file, out);
    }

    private static Alert alert(AlertRule rule, JsonValue state) {
        return new Alert(
                rule,
                state.get("firing").isTrue(),
                state.get("value").decimal(0),
                (int) state.get("calm").integer(0),
                moment(state.text("since")));
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
