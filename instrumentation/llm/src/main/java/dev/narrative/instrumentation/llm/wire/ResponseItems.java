package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;

/** The items of OpenAI's responses: messages, reasoning, and calls of tools with their results. */
final class ResponseItems {
    private ResponseItems() {}

    /** An item of what was asked, which may be one of an earlier answer. */
    static void input(JsonValue item, ModelCall call) {
        String type = item.text("type", "message");
        if (type.equals("message")) {
            String role = item.text("role", "user");
            content(item.get("content"), call.input(role.equals("developer") ? "system" : role));
        } else if (type.endsWith("_call_output")) {
            ToolResults.add(call.input("tool"), item.text("call_id"), item.get("output"));
        } else if (type.equals("reasoning") || type.endsWith("_call")) {
            Message message = call.input("assistant");
            output(message.newToolKey(), item, message);
        }
    }

    /** A whole item of an answer. */
    static void output(String key, JsonValue item, Message message) {
        begin(key, item, message);
        switch (item.text("type", "")) {
            case "message" -> content(item.get("content"), message);
            case "reasoning" -> {
                content(item.get("summary"), message);
                content(item.get("content"), message);
            }
            default -> {
                for (String from : new String[] {"arguments", "input", "action", "code", "queries"}) {
                    message.toolArguments(key, item.get(from));
                }
            }
        }
    }

    /** Begins an item whose content follows in pieces: what is not a call begins by itself. */
    static void begin(String key, JsonValue item, Message message) {
        String type = item.text("type", "");
        switch (type) {
            case "function_call",
                    "custom_tool_call",
                    "computer_call",
                    "shell_call",
                    "local_shell_call",
                    "apply_patch_call" -> message.toolCall(key, item.text("call_id"), item.text("name", tool(type)));
            default -> {
                if (type.endsWith("_call")) {
                    message.providerToolCall(key, item.text("id"), item.text("name", tool(type)));
                }
            }
        }
    }

    private static String tool(String type) {
        return type.substring(0, type.length() - "_call".length());
    }

    private static void content(JsonValue content, Message message) {
        message.text(content);
        for (JsonValue part : content.elements()) {
            OpenAiParts.read(part, message);
        }
    }
}
