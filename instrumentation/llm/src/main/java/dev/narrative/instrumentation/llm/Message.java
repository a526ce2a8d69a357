package dev.narrative.instrumentation.llm;

import dev.narrative.model.json.JsonString;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One message to a model or from it. It may be built in pieces as they are streamed, and keeps no more characters than
 * its call has room for; what is beyond is still counted and hashed.
 */
public final class Message {
    private final ContentBudget budget;
    private final ContentDigest digest;
    private final List<MessagePart> parts = new ArrayList<>(2);
    private final Map<String, MessagePart.ToolCall> toolCalls = new HashMap<>(2);
    private String role;
    private @Nullable String finishReason;
    private @Nullable String lastToolCall;
    private boolean asksForTools;
    private int kept;

    Message(String role, ContentBudget budget, ContentDigest digest) {
        this.role = role;
        this.budget = budget;
        this.digest = digest;
    }

    public Message role(String newRole) {
        role = newRole;
        return this;
    }

    public String role() {
        return role;
    }

    /** Adds a string of the wire to the text; nothing for any other value. */
    public void text(JsonValue text) {
        append("text", text);
    }

    public void text(@Nullable String text) {
        if (text != null && !text.isEmpty()) {
            digest.add(text);
            keep(lastText("text"), text);
        }
    }

    /** Adds to what the model thought before it answered. */
    public void reasoning(JsonValue text) {
        append("reasoning", text);
    }

    /**
     * Begins a call of a tool that the application has, or goes on with the one of this key.
     *
     * @param key tells the calls of one message apart while their arguments are streamed
     */
    public void toolCall(String key, @Nullable String id, @Nullable String name) {
        asksForTools = true;
        providerToolCall(key, id, name);
    }

    /** A call of a tool that the provider runs itself: nobody is asked for its result. */
    public void providerToolCall(String key, @Nullable String id, @Nullable String name) {
        MessagePart.ToolCall call = toolCalls.get(key);
        if (call == null || call.isAnother(id, name)) {
            call = new MessagePart.ToolCall();
            toolCalls.put(key, call);
            parts.add(call);
        }
        lastToolCall = key;
        if (id != null && !id.isEmpty()) {
            call.id = id;
        }
        if (name != null && !name.isEmpty()) {
            call.name = name;
        }
    }

    /** A call that comes whole. */
    public void toolCall(@Nullable String id, @Nullable String name, JsonValue arguments) {
        String key = newToolKey();
        toolCall(key, id, name);
        toolArguments(key, arguments);
    }

    /** A key that no call of this message has. */
    public String newToolKey() {
        return "#" + toolCalls.size();
    }

    /** The key of the call that was begun or went on last. */
    public @Nullable String lastToolKey() {
        return lastToolCall;
    }

    /** Adds to the arguments of a call that {@link #toolCall} began: a string's text, or any other value's JSON. */
    public void toolArguments(String key, JsonValue arguments) {
        MessagePart.ToolCall call = toolCalls.get(key);
        if (call != null && arguments.isPresent()) {
            keep(call.arguments, counted(arguments));
        }
    }

    /** As {@link #toolArguments(String, JsonValue)}, of JSON text. */
    public void toolArguments(String key, String json) {
        MessagePart.ToolCall call = toolCalls.get(key);
        if (call != null) {
            digest.add(json);
            keep(call.arguments, json);
        }
    }

    /** What a tool gave back: a string's text, or any other value's JSON. */
    public void toolResult(@Nullable String id, JsonValue result) {
        addToolResult(id, counted(result));
    }

    /** What a tool gave back, as text. */
    public void toolResult(@Nullable String id, String result) {
        digest.add(result);
        addToolResult(id, result);
    }

    private void addToolResult(@Nullable String id, String result) {
        StringBuilder bounded = new StringBuilder();
        keep(bounded, result);
        parts.add(new MessagePart.ToolResult(id, bounded.toString()));
    }

    /** An image, a sound or a file in base64. */
    public void blob(String modality, @Nullable String mediaType, JsonValue base64) {
        parts.add(Blobs.of(modality, mediaType, base64));
    }

    /** A URL or, when the kind is {@code file}, the provider's id of a file. A {@code data:} URL is a blob. */
    public void reference(String kind, String modality, JsonValue value) {
        String text = value.text();
        if (text == null) {
            return;
        }
        if (text.startsWith("data:")) {
            parts.add(Blobs.ofDataUrl(modality, (JsonString) value));
            return;
        }
        StringBuilder bounded = new StringBuilder();
        keep(bounded, counted(value));
        parts.add(new MessagePart.Reference(kind, modality, bounded.toString()));
    }

    /** Why the model stopped, in the schema's words. */
    public void finish(String reason) {
        finishReason = reason;
    }

    public boolean isEmpty() {
        return parts.isEmpty() && finishReason == null;
    }

    /** Whether the application is asked to call tools. */
    public boolean asksForTools() {
        return asksForTools;
    }

    ContentDigest digest() {
        return digest;
    }

    void write(JsonWriter out, UnaryOperator<String> clean) {
        out.beginObject().name("role").value(role);
        out.name("parts").beginArray();
        writePartsInto(out, clean);
        out.endArray();
        if (finishReason != null) {
            out.name("finish_reason").value(finishReason);
        }
        out.endObject();
    }

    /** Writes the parts into an array that is open. */
    void writePartsInto(JsonWriter out, UnaryOperator<String> clean) {
        for (MessagePart part : parts) {
            part.write(out, clean);
        }
    }

    private void append(String kind, JsonValue value) {
        String text = value.text();
        if (text == null || text.isEmpty()) {
            return;
        }
        if (kind.equals("text")) {
            counted(value);
        }
        keep(lastText(kind), text);
    }

    /** Counts and hashes a value, of which a long string may have lost its end, and gives its text or its JSON. */
    private String counted(JsonValue value) {
        String text = value.text();
        if (value instanceof JsonString string && string.isCut()) {
            byte[] whole = string.digest();
            digest.addMark(whole == null ? new byte[] {} : whole, string.length());
            budget.overrun();
            return string.text();
        }
        String counted = text == null ? value.toJson() : text;
        digest.add(counted);
        return counted;
    }

    /** The text that a piece of this kind goes on with. */
    private StringBuilder lastText(String kind) {
        if (!parts.isEmpty()
                && parts.get(parts.size() - 1) instanceof MessagePart.Text last
                && last.kind().equals(kind)) {
            return last.content();
        }
        MessagePart.Text begun = new MessagePart.Text(kind, new StringBuilder());
        parts.add(begun);
        return begun.content();
    }

    private void keep(StringBuilder target, String text) {
        int fitting = budget.take(kept, text.length());
        if (fitting == text.length()) {
            target.append(text);
        } else if (fitting > 0) {
            target.append(text, 0, Character.isHighSurrogate(text.charAt(fitting - 1)) ? fitting - 1 : fitting);
        }
        kept += fitting;
    }
}
