package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Writes answers the way {@code POST /v1/chat/completions} does; every field that OpenAI sends stands there. */
final class ChatWire {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long CREATED = 1_767_225_600;

    private ChatWire() {}

    static String completion(ChatAnswer answer) {
        ObjectNode root = head(answer, "chat.completion");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", answer.text());
        message.putNull("refusal").putArray("annotations");
        choice.putNull("logprobs").put("finish_reason", "stop");
        root.set("usage", usage(answer));
        return tail(root);
    }

    /** The data of the stream's events in order, {@code [DONE]} included: role, one word each, finish, usage. */
    static List<String> chunks(ChatAnswer answer, boolean includeUsage) {
        List<String> chunks = new ArrayList<>();
        chunks.add(
                chunk(answer, MAPPER.createObjectNode().put("role", "assistant").put("content", ""), includeUsage));
        for (String word : answer.text().split("(?<= )", -1)) {
            chunks.add(chunk(answer, MAPPER.createObjectNode().put("content", word), includeUsage));
        }
        chunks.add(chunk(answer, MAPPER.createObjectNode(), includeUsage));
        if (includeUsage) {
            ObjectNode last = head(answer, "chat.completion.chunk");
            last.putArray("choices");
            last.set("usage", usage(answer));
            chunks.add(tail(last));
        }
        chunks.add("[DONE]");
        return chunks;
    }

    static String error(String message, String type, String code) {
        ObjectNode root = MAPPER.createObjectNode();
        root.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return root.toString();
    }

    /** An empty delta ends the answer. */
    private static String chunk(ChatAnswer answer, ObjectNode delta, boolean includeUsage) {
        ObjectNode root = head(answer, "chat.completion.chunk");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", delta.isEmpty() ? "stop" : null);
        if (includeUsage) {
            root.putNull("usage");
        }
        return tail(root);
    }

    private static ObjectNode head(ChatAnswer answer, String object) {
        return MAPPER.createObjectNode()
                .put("id", answer.id())
                .put("object", object)
                .put("created", CREATED)
                .put("model", answer.model());
    }

    private static String tail(ObjectNode root) {
        return root.put("service_tier", "default")
                .put("system_fingerprint", "fp_narrative")
                .toString();
    }

    private static ObjectNode usage(ChatAnswer answer) {
        ObjectNode usage = MAPPER.createObjectNode()
                .put("prompt_tokens", answer.promptTokens())
                .put("completion_tokens", answer.completionTokens())
                .put("total_tokens", answer.promptTokens() + answer.completionTokens());
        usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", 0);
        usage.putObject("completion_tokens_details")
                .put("reasoning_tokens", 0)
                .put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0);
        return usage;
    }
}
