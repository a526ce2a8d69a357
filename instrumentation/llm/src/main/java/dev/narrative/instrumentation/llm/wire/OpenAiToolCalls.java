package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.model.json.JsonValue;

/** The tool calls of a message, whole or in pieces, and the older single call of a function. */
final class OpenAiToolCalls {
    private OpenAiToolCalls() {}

    static boolean read(JsonValue said, Message message) {
        JsonValue calls = said.get("tool_calls");
        for (JsonValue call : calls.elements()) {
            JsonValue function = call.get(call.has("custom") ? "custom" : "function");
            String key = key(call, function, message);
            message.toolCall(key, call.text("id"), function.text("name"));
            message.toolArguments(key, function.get("arguments"));
            message.toolArguments(key, function.get("input"));
        }
        JsonValue legacy = said.get("function_call");
        if (legacy.isObject()) {
            message.toolCall("function", null, legacy.text("name"));
            message.toolArguments("function", legacy.get("arguments"));
        }
        return calls.size() > 0 || legacy.isObject();
    }

    /** Without an index a call is told by its id, and what has neither id nor name goes on with the last one. */
    private static String key(JsonValue call, JsonValue function, Message message) {
        JsonValue index = call.get("index");
        if (index.isNumber()) {
            return Long.toString(index.integer(0));
        }
        String id = call.text("id", "");
        if (!id.isEmpty()) {
            return id;
        }
        String last = message.lastToolKey();
        return last == null || !function.text("name", "").isEmpty() ? message.newToolKey() : last;
    }
}
