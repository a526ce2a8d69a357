package dev.narrative.console.hold;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.StoredHold;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.masking.Masking;

/**
 * That a trace is held.
 *
 * @param since ISO 8601 in UTC
 * @param by who held it
 * @param reason empty where none was given
 * @param spans how many of its spans are kept
 */
public record Hold(TraceId trace, String since, String by, String reason, long spans) {
    private static final int MAX_REASON = 1_000;

    /** The hold that somebody asks for; nothing is kept for it yet. */
    public static Hold asked(TraceId trace, String since, String by, String reason) {
        return new Hold(trace, since, by, Masking.maskStart(reason.strip(), MAX_REASON), 0);
    }

    /** One that a shared store knows, with whole spans of its own. */
    static Hold of(StoredHold stored, long spans) {
        return new Hold(stored.trace(), stored.since(), stored.by(), stored.reason(), spans);
    }

    StoredHold stored() {
        return new StoredHold(trace, since, by, reason);
    }

    Hold keeping(long kept) {
        return new Hold(trace, since, by, reason, kept);
    }

    /** Writes it as a JSON object. */
    public void write(JsonWriter out) {
        out.beginObject();
        out.name("traceId").value(trace.toString());
        out.name("since").value(since);
        out.name("by").value(by);
        out.name("reason").value(reason);
        out.name("spanCount").value(spans);
        out.endObject();
    }

    /** What was noted of it; a note that is damaged holds its trace as well. */
    static Hold of(TraceId trace, JsonValue note) {
        return new Hold(
                trace,
                note.text("since", ""),
                note.text("by", ""),
                note.text("reason", ""),
                note.get("spanCount").integer(0));
    }
}
