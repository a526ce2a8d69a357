package dev.narrative.instrumentation.spring.ai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** Spring AI's messages as plain values, without their metadata. */
final class Messages {
    private Messages() {}

    /** The text of a prompt that is one message, else a list of role and content. */
    static @Nullable Object of(Prompt prompt) {
        List<Message> messages = prompt.getInstructions();
        if (messages.size() == 1) {
            return messages.get(0).getText();
        }
        List<Map<String, Object>> all = new ArrayList<>(messages.size());
        for (Message message : messages) {
            all.add(of(message));
        }
        return all;
    }

    /** The answer's text; with tool calls, both. */
    static @Nullable Object of(@Nullable ChatResponse response) {
        AssistantMessage answer = answer(response);
        if (answer == null) {
            return null;
        }
        return answer.hasToolCalls() ? of((Message) answer) : answer.getText();
    }

    /** The text of an answer or of a piece of one. */
    static @Nullable String text(@Nullable ChatResponse response) {
        AssistantMessage answer = answer(response);
        return answer == null ? null : answer.getText();
    }

    private static @Nullable AssistantMessage answer(@Nullable ChatResponse response) {
        return response == null || response.getResult() == null
                ? null
                : response.getResult().getOutput();
    }

    private static Map<String, Object> of(Message message) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("role", message.getMessageType().getValue());
        String text = message.getText();
        if (text != null && !text.isEmpty()) {
            plain.put("content", text);
        }
        if (message instanceof AssistantMessage answer && answer.hasToolCalls()) {
            plain.put("tool_calls", calls(answer));
        } else if (message instanceof ToolResponseMessage results) {
            plain.put("tool_results", results(results));
        }
        return plain;
    }

    private static List<Map<String, String>> calls(AssistantMessage message) {
        List<Map<String, String>> calls = new ArrayList<>();
        for (AssistantMessage.ToolCall call : message.getToolCalls()) {
            calls.add(named(call.name(), "arguments", call.arguments()));
        }
        return calls;
    }

    private static List<Map<String, String>> results(ToolResponseMessage message) {
        List<Map<String, String>> results = new ArrayList<>();
        for (ToolResponseMessage.ToolResponse result : message.getResponses()) {
            results.add(named(result.name(), "result", result.responseData()));
        }
        return results;
    }

    private static Map<String, String> named(String name, String key, String value) {
        Map<String, String> plain = new LinkedHashMap<>();
        plain.put("name", name);
        plain.put(key, value);
        return plain;
    }
}
