package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Writes one answer as Gemini's responses; each chunk of a stream is one, and the usage grows from one to the next. */
final class GeminiWire {
    private final Prompt prompt;
    private final Answer answer;

    GeminiWire(Prompt prompt, Answer answer) {
        this.prompt = prompt;
        this.answer = answer;
    }

    ObjectNode whole() {
        ArrayNode parts = Json.object().putArray("parts");
        if (!answer.reasoning().isEmpty()) {
            parts.add(thought(answer.reasoning()));
        }
        if (!answer.text().isEmpty()) {
            parts.addObject().put("text", answer.wholeText());
        }
        return last(parts);
    }

    void chunks(EventSink out) throws IOException {
        for (String piece : Pieces.words(answer.reasoning())) {
            out.event("", chunk(thought(piece), 0));
        }
        long sent = 0;
        for (String piece : answer.pieces()) {
            sent++;
            out.event(
                    "",
                    chunk(
                            Json.object().put("text", piece),
                            Math.min(sent, answer.usage().output())));
        }
        ArrayNode parts = Json.object().putArray("parts");
        if (answer.toolCalls().isEmpty()) {
            parts.addObject().put("text", "");
        }
        out.event("", last(parts));
    }

    private ObjectNode chunk(ObjectNode part, long outputSoFar) {
        ObjectNode root = Json.object();
        ObjectNode content = root.putArray("candidates").addObject().putObject("content");
        content.putArray("parts").add(part);
        content.put("role", "model");
        candidate(root).put("index", 0);
        return tail(root, outputSoFar);
    }

    /** The response that says why it ended; tool calls stand in it, whole. */
    private ObjectNode last(ArrayNode parts) {
        for (ToolCall call : answer.toolCalls()) {
            ObjectNode function = parts.addObject().putObject("functionCall");
            function.put("id", call.id()).put("name", call.name());
            function.set("args", Json.parse(call.arguments()));
        }
        ObjectNode root = Json.object();
        ObjectNode content = root.putArray("candidates").addObject().putObject("content");
        content.set("parts", parts);
        content.put("role", "model");
        candidate(root).put("finishReason", finishReason()).put("index", 0);
        return tail(root, answer.usage().output());
    }

    private static ObjectNode candidate(ObjectNode root) {
        return (ObjectNode) root.at("/candidates/0");
    }

    private static ObjectNode thought(String text) {
        return Json.object().put("text", text).put("thought", true);
    }

    private ObjectNode tail(ObjectNode root, long output) {
        if (answer.usage().known()) {
            root.set("usageMetadata", usage(output));
        }
        return root.put("modelVersion", answer.modelOr(prompt.model())).put("responseId", answer.idOr(prompt.number()));
    }

    /** The prompt's tokens hold those from a cache, the candidates' do not hold thoughts. */
    private ObjectNode usage(long output) {
        Usage usage = answer.usage();
        ObjectNode root = Json.object().put("promptTokenCount", usage.allInput());
        root.put("candidatesTokenCount", output);
        root.put("totalTokenCount", usage.allInput() + output + usage.reasoning());
        if (usage.cacheRead() != 0) {
            root.put("cachedContentTokenCount", usage.cacheRead());
        }
        root.putArray("promptTokensDetails").addObject().put("modality", "TEXT").put("tokenCount", usage.allInput());
        if (usage.reasoning() != 0) {
            root.put("thoughtsTokenCount", usage.reasoning());
        }
        return root;
    }

    private String finishReason() {
        return switch (answer.finish()) {
            case STOP, STOP_SEQUENCE, TOOL_CALLS -> "STOP";
            case LENGTH -> "MAX_TOKENS";
            case CONTENT_FILTER -> "SAFETY";
        };
    }
}
