package dev.narrative.console.server.rest;

import dev.narrative.console.store.Bounded;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import java.util.List;

/**
 * What Langfuse told last of a version of a prompt.
 *
 * @param action what was done with it, such as {@code created}
 * @param time when, as Langfuse writes it
 * @param labels such as {@code production}
 */
record PromptVersion(String name, long version, String action, String time, List<String> labels) {
    private static final int MOST_LABELS = 100;

    PromptVersion {
        name = Bounded.text(name, Bounded.NAME);
        action = Bounded.text(action, Bounded.NAME);
        time = Bounded.text(time, Bounded.NAME);
        labels = labels.stream()
                .limit(MOST_LABELS)
                .map(label -> Bounded.text(label, Bounded.NAME))
                .toList();
    }

    /** From the event of Langfuse's webhook. */
    static PromptVersion told(JsonValue event) {
        return of(event.get("prompt"), event.text("action", ""), event.text("timestamp", ""));
    }

    /** From what {@link #write} wrote. */
    static PromptVersion noted(JsonValue json) {
        return of(json, json.text("action", ""), json.text("time", ""));
    }

    private static PromptVersion of(JsonValue prompt, String action, String time) {
        List<String> labels = prompt.get("labels").elements().stream()
                .map(label -> String.valueOf(label.text()))
                .toList();
        return new PromptVersion(prompt.text("name", ""), prompt.get("version").integer(0), action, time, labels);
    }

    void write(JsonWriter out) {
        out.beginObject();
        out.name("name").value(name);
        out.name("version").value(version);
        out.name("action").value(action);
        out.name("time").value(time);
        out.name("labels").beginArray();
        labels.forEach(out::value);
        out.endArray().endObject();
    }
}
