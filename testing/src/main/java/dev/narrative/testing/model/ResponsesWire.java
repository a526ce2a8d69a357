package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The objects of OpenAI's responses: a response and the items of its output. */
final class ResponsesWire {
    static final String COMPLETED = "completed";
    static final String IN_PROGRESS = "in_progress";

    private final Prompt prompt;
    private final Answer answer;

    ResponsesWire(Prompt prompt, Answer answer) {
        this.prompt = prompt;
        this.answer = answer;
    }

    /** The same response with another answer in it. */
    ResponsesWire with(Answer other) {
        return new ResponsesWire(prompt, other);
    }

    /** The whole response. */
    ObjectNode finished() {
        ArrayNode output = Json.object().putArray("output");
        if (!answer.reasoning().isEmpty()) {
            output.add(reasoning(answer.reasoning()));
        }
        if (!answer.text().isEmpty()) {
            output.add(message(COMPLETED, answer.wholeText()));
        }
        for (ToolCall call : answer.toolCalls()) {
            output.add(functionCall(COMPLETED, call, call.arguments()));
        }
        ObjectNode root = response(status(), output);
        if (answer.usage().known()) {
            root.set("usage", usage(answer.usage()));
        }
        return root;
    }

    /** The response before it has any output. */
    ObjectNode begun() {
        ObjectNode root = response(IN_PROGRESS, Json.object().putArray("output"));
        root.putNull("usage");
        return root;
    }

    String status() {
        return incompleteReason().isEmpty() ? COMPLETED : "incomplete";
    }

    String reasoningId() {
        return "rs_" + prompt.number();
    }

    String messageId() {
        return "msg_" + prompt.number();
    }

    static String functionCallId(ToolCall call) {
        return "fc_" + call.id();
    }

    ObjectNode reasoning(String summary) {
        ObjectNode item = Json.object().put("id", reasoningId()).put("type", "reasoning");
        ArrayNode parts = item.putArray("summary");
        if (!summary.isEmpty()) {
            parts.add(summaryText(summary));
        }
        return item;
    }

    /** A message; one in progress has no content yet. */
    ObjectNode message(String status, String text) {
        ObjectNode item = Json.object().put("id", messageId()).put("type", "message");
        ArrayNode content = item.put("status", status).put("role", "assistant").putArray("content");
        if (status.equals(COMPLETED)) {
            content.add(outputText(text));
        }
        return item;
    }

    static ObjectNode functionCall(String status, ToolCall call, String arguments) {
        ObjectNode item = Json.object().put("id", functionCallId(call)).put("type", "function_call");
        item.put("status", status).put("arguments", arguments);
        return item.put("call_id", call.id()).put("name", call.name());
    }

    static ObjectNode outputText(String text) {
        ObjectNode part = Json.object().put("type", "output_text");
        part.putArray("annotations");
        part.putArray("logprobs");
        return part.put("text", text);
    }

    static ObjectNode summaryText(String text) {
        return Json.object().put("type", "summary_text").put("text", text);
    }

    private ObjectNode response(String status, ArrayNode output) {
        ObjectNode root = Json.object()
                .put("id", answer.idOr("resp_" + prompt.number()))
                .put("object", "response")
                .put("created_at", Json.CREATED)
                .put("status", status)
                .put("background", false)
                .putNull("error");
        if (status.equals("incomplete")) {
            root.putObject("incomplete_details").put("reason", incompleteReason());
        } else {
            root.putNull("incomplete_details");
        }
        root.set("instructions", prompt.body().path("instructions").deepCopy());
        root.putNull("max_output_tokens").put("model", OpenAiApi.model(prompt, answer));
        root.set("output", output);
        root.put("parallel_tool_calls", true).putNull("previous_response_id");
        root.putObject("reasoning").putNull("effort").putNull("summary");
        root.put("service_tier", "default").put("store", true).put("temperature", 1.0);
        root.putObject("text").putObject("format").put("type", "text");
        root.put("tool_choice", "auto").putArray("tools");
        root.put("top_logprobs", 0).put("top_p", 1.0).put("truncation", "disabled");
        root.putNull("user").putObject("metadata");
        return root;
    }

    private String incompleteReason() {
        return switch (answer.finish()) {
            case LENGTH -> "max_output_tokens";
            case CONTENT_FILTER -> "content_filter";
            default -> "";
        };
    }

    private static ObjectNode usage(Usage usage) {
        ObjectNode root = Json.object().put("input_tokens", usage.allInput());
        root.putObject("input_tokens_details").put("cached_tokens", usage.cacheRead());
        root.put("output_tokens", usage.allOutput());
        root.putObject("output_tokens_details").put("reasoning_tokens", usage.reasoning());
        return root.put("total_tokens", usage.total());
    }
}
