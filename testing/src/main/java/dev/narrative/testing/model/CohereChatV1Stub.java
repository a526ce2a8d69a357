package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cohere's {@code /v1/chat}: one message and what was said before it; a stream is lines of JSON. */
final class CohereChatV1Stub implements ModelApi {
    private static final int ARGUMENT_PIECES = 3;

    @Override
    public boolean serves(String path) {
        return path.endsWith("/v1/chat");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        if (!body.path("message").isTextual()) {
            throw new IllegalArgumentException("invalid request: message must be at least 1 token long");
        }
        List<JsonNode> messages = new ArrayList<>();
        body.path("chat_history").forEach(earlier -> messages.add(earlier.path("message")));
        messages.add(body.path("message"));
        boolean streaming = body.path("stream").asBoolean(false);
        return Prompt.of(body.path("model").asText(), streaming, request, body, messages);
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        if (prompt.streaming()) {
            JsonLines lines = new JsonLines("application/stream+json");
            out.stream(lines, answer.pieces().count(), events -> stream(prompt, answer, events));
        } else {
            out.document(whole(prompt, answer));
        }
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        CohereErrors.fail(failure, out);
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        ObjectNode end = event("stream-end").put("finish_reason", "ERROR");
        events.event("", end.set("response", Json.object().put("text", "").put("finish_reason", "ERROR")));
    }

    private static void stream(Prompt prompt, Answer answer, EventSink events) throws IOException {
        events.event("", event("stream-start").put("generation_id", id(prompt, answer)));
        if (!answer.text().isEmpty()) {
            for (String piece : answer.pieces()) {
                events.event("", event("text-generation").put("text", piece));
            }
        }
        for (int i = 0; i < answer.toolCalls().size(); i++) {
            toolCall(events, i, answer.toolCalls().get(i));
        }
        if (!answer.toolCalls().isEmpty()) {
            ObjectNode calls = event("tool-calls-generation");
            putToolCalls(calls, answer);
            events.event("", calls);
        }
        ObjectNode end = event("stream-end").put("is_finished", true);
        end.put("finish_reason", finishReason(answer));
        end.set("response", whole(prompt, answer));
        events.event("", end);
    }

    /** A name, then the parameters in pieces; both come again, whole, after all calls. */
    private static void toolCall(EventSink events, int index, ToolCall call) throws IOException {
        events.event("", chunk(Json.object().put("index", index).put("name", call.name())));
        for (String piece : Pieces.of(call.arguments(), ARGUMENT_PIECES)) {
            events.event("", chunk(Json.object().put("index", index).put("parameters", piece)));
        }
    }

    private static ObjectNode chunk(ObjectNode delta) {
        ObjectNode event = event("tool-calls-chunk");
        event.set("tool_call_delta", delta);
        return event;
    }

    private static ObjectNode event(String type) {
        return Json.object().put("is_finished", false).put("event_type", type);
    }

    private static ObjectNode whole(Prompt prompt, Answer answer) {
        ObjectNode root = Json.object().put("response_id", id(prompt, answer));
        root.put("generation_id", id(prompt, answer)).put("text", answer.wholeText());
        ObjectNode question = Json.object().put("role", "USER");
        root.putArray("chat_history").add(question.put("message", prompt.question()));
        root.put("finish_reason", finishReason(answer));
        if (!answer.toolCalls().isEmpty()) {
            putToolCalls(root, answer);
        }
        ObjectNode meta = root.putObject("meta");
        meta.putObject("api_version").put("version", "1");
        CohereWire.putCounts(meta, answer.usage());
        return root;
    }

    private static void putToolCalls(ObjectNode node, Answer answer) {
        for (ToolCall call : answer.toolCalls()) {
            ObjectNode named = node.withArray("tool_calls").addObject().put("name", call.name());
            named.set("parameters", Json.parse(call.arguments()));
        }
    }

    /** It has no word of its own for an answer that asks for tools. */
    private static String finishReason(Answer answer) {
        return answer.finish() == Finish.TOOL_CALLS ? "COMPLETE" : CohereWire.finishReason(answer);
    }

    private static String id(Prompt prompt, Answer answer) {
        return answer.idOr("c0-" + prompt.number());
    }
}
