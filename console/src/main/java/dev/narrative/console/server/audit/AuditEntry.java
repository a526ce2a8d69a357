package dev.narrative.console.server.audit;

import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;

/**
 * One thing that somebody did.
 *
 * @param time ISO 8601 in UTC
 * @param who the token's id; {@code local} on the machine itself, empty for nobody who is known
 * @param name the token's name
 * @param role the token's role; empty for nobody who is known
 * @param address where the request came from
 * @param action {@code read}, {@code search} or {@code change}
 * @param what the method and the path with its query, or the command
 * @param status the answer's HTTP status, 0 for a command
 */
public record AuditEntry(
        String time, String who, String name, String role, String address, String action, String what, int status) {

    /** Writes it as a JSON object. */
    public void write(JsonWriter out) {
        out.beginObject();
        out.name("time").value(time);
        out.name("who").value(who);
        out.name("name").value(name);
        out.name("role").value(role);
        out.name("address").value(address);
        out.name("action").value(action);
        out.name("what").value(what);
        out.name("status").value(status);
        out.endObject();
    }

    static AuditEntry of(JsonValue json) {
        return new AuditEntry(
                json.text("time", ""),
                json.text("who", ""),
                json.text("name", ""),
                json.text("role", ""),
                json.text("address", ""),
                json.text("action", ""),
                json.text("what", ""),
                (int) json.get("status").integer(0));
    }
}
