package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ollama's {@code /api/chat} and {@code /api/generate}, which stream unless told not to. */
final class OllamaStub implements ModelApi {
    private static final String GENERATE = "/api/generate";

    @Override
    public boolean serves(String path) {
        return path.endsWith("/api/chat") || path.endsWith(GENERATE);
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        if (!body.path("model").isTextual()) {
            throw new IllegalArgumentException("model is required");
        }
        List<JsonNode> messages = new ArrayList<>();
        body.path("messages").forEach(messages::add);
        if (request.path().endsWith(GENERATE)) {
            messages.add(body.path("system"));
            messages.add(body.path("prompt"));
        }
        boolean streaming = body.path("stream").asBoolean(true);
        return Prompt.of(body.path("model").textValue(), streaming, request, body, messages);
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        if (prompt.streaming()) {
            JsonLines lines = new JsonLines("application/x-ndjson");
            out.stream(lines, answer.pieces().count(), events -> stream(prompt, answer, events));
        } else {
            ObjectNode root = head(prompt, answer);
            say(prompt, root, answer.reasoning(), answer.wholeText());
            callTools(root, answer);
            out.document(done(prompt, root, answer));
        }
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        out.error(failure.status(), Json.object().put("error", failure.message()));
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        events.event("error", Json.object().put("error", "an error was encountered while running the model"));
    }

    /** The counts and durations that stand at the end, in tokens and nanoseconds. */
    static void putTotals(ObjectNode root, Usage usage) {
        root.put("total_duration", 5_191_566_416L).put("load_duration", 2_154_458L);
        if (usage.known()) {
            root.put("prompt_eval_count", usage.allInput());
        }
    }

    private static void stream(Prompt prompt, Answer answer, EventSink events) throws IOException {
        for (String piece : Pieces.words(answer.reasoning())) {
            events.event("", say(prompt, head(prompt, answer), piece, "").put("done", false));
        }
        for (String piece : answer.pieces()) {
            events.event("", say(prompt, head(prompt, answer), "", piece).put("done", false));
        }
        if (!answer.toolCalls().isEmpty()) {
            ObjectNode calling = say(prompt, head(prompt, answer), "", "");
            callTools(calling, answer);
            events.event("", calling.put("done", false));
        }
        events.event("", done(prompt, say(prompt, head(prompt, answer), "", ""), answer));
    }

    private static ObjectNode head(Prompt prompt, Answer answer) {
        return Json.object()
                .put("model", answer.modelOr(prompt.model()))
                .put("created_at", "2026-01-01T00:00:00.123456789Z");
    }

    private static ObjectNode say(Prompt prompt, ObjectNode root, String thinking, String text) {
        boolean generate = prompt.request().path().endsWith(GENERATE);
        ObjectNode message = generate ? root : root.putObject("message").put("role", "assistant");
        message.put(generate ? "response" : "content", text);
        if (!thinking.isEmpty()) {
            message.put("thinking", thinking);
        }
        return root;
    }

    /** Only chat has tools; their arguments are an object, and they have no id. */
    private static void callTools(ObjectNode root, Answer answer) {
        if (!answer.toolCalls().isEmpty() && root.get("message") instanceof ObjectNode message) {
            ArrayNode calls = message.putArray("tool_calls");
            for (ToolCall call : answer.toolCalls()) {
                ObjectNode function = calls.addObject().putObject("function").put("name", call.name());
                function.set("arguments", Json.parse(call.arguments()));
            }
        }
    }

    private static ObjectNode done(Prompt prompt, ObjectNode root, Answer answer) {
        root.put("done", true).put("done_reason", answer.finish() == Finish.LENGTH ? "length" : "stop");
        if (prompt.request().path().endsWith(GENERATE)) {
            root.putArray("context").add(1).add(2).add(3);
        }
        Usage usage = answer.usage();
        putTotals(root, usage);
        root.put("prompt_eval_duration", 383_809_000L);
        if (usage.known()) {
            root.put("eval_count", usage.allOutput());
        }
        return root.put("eval_duration", 4_799_921_000L);
    }
}
