package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Mistral's {@code /v1/chat/completions}: OpenAI's shape with usage in the last chunk beside its choice, tool calls in
 * one piece, and thinking as a part of the content.
 */
final class MistralStub implements ModelApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/chat/completions");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        if (!body.path("model").isTextual() || !body.path("messages").isArray()) {
            throw new IllegalArgumentException("Field required: model, messages");
        }
        boolean streaming = body.path("stream").asBoolean(false);
        return Prompt.of(body.path("model").textValue(), streaming, request, body, body.path("messages"));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        if (prompt.streaming()) {
            out.stream(ServerSentEvents.dataOnly(), answer.pieces().count(), events -> stream(prompt, answer, events));
        } else {
            ObjectNode message = Json.object().put("role", "assistant");
            message.set("tool_calls", toolCalls(answer));
            message.set("content", content(answer, answer.wholeText()));
            ObjectNode root = root(prompt, answer, "chat.completion", "message", message, finish(answer));
            putUsage(root, answer.usage());
            out.document(root);
        }
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        out.error(failure.status(), error(failure));
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        events.event("error", error(Failure.SERVER_ERROR));
    }

    static ObjectNode error(Failure failure) {
        ObjectNode error = Json.object().put("object", "error").put("message", failure.message());
        return switch (failure.status()) {
            case 429 ->
                error.put("type", "service_tier_capacity_exceeded")
                        .putNull("param")
                        .put("code", "3505");
            case 500 ->
                error.put("type", "internal_server_error").putNull("param").put("code", "3000");
            default ->
                error.put("type", "invalid_request_error").putNull("param").put("code", "1500");
        };
    }

    static void putUsage(ObjectNode root, Usage usage) {
        if (usage.known()) {
            ObjectNode node = root.putObject("usage").put("prompt_tokens", usage.allInput());
            node.put("total_tokens", usage.total()).put("completion_tokens", usage.allOutput());
            if (usage.cacheRead() > 0) {
                node.putObject("prompt_tokens_details").put("cached_tokens", usage.cacheRead());
            }
        }
    }

    private static void stream(Prompt prompt, Answer answer, EventSink events) throws IOException {
        ObjectNode start = Json.object().put("role", "assistant").put("content", "");
        events.event("", chunk(prompt, answer, start, null));
        if (!answer.reasoning().isEmpty()) {
            ObjectNode delta = Json.object();
            delta.putArray("content").add(thinking(answer));
            events.event("", chunk(prompt, answer, delta, null));
        }
        for (String piece : answer.pieces()) {
            events.event("", chunk(prompt, answer, Json.object().put("content", piece), null));
        }
        ObjectNode end = Json.object().put("content", "");
        if (!answer.toolCalls().isEmpty()) {
            end.set("tool_calls", toolCalls(answer));
        }
        ObjectNode last = chunk(prompt, answer, end, finish(answer));
        putUsage(last, answer.usage());
        events.event("", last);
    }

    private static ObjectNode chunk(Prompt prompt, Answer answer, ObjectNode delta, @Nullable String finish) {
        return root(prompt, answer, "chat.completion.chunk", "delta", delta, finish);
    }

    private static ObjectNode root(
            Prompt prompt, Answer answer, String object, String part, ObjectNode content, @Nullable String finish) {
        ObjectNode root = Json.object()
                .put("id", answer.idOr(prompt.number()))
                .put("object", object)
                .put("created", Json.CREATED)
                .put("model", answer.modelOr(prompt.model()));
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        choice.set(part, content);
        choice.put("finish_reason", finish);
        return root;
    }

    private static JsonNode content(Answer answer, String text) {
        if (answer.reasoning().isEmpty()) {
            return Json.object().textNode(text);
        }
        ArrayNode parts = Json.object().putArray("content").add(thinking(answer));
        parts.addObject().put("type", "text").put("text", text);
        return parts;
    }

    private static ObjectNode thinking(Answer answer) {
        ObjectNode part = Json.object().put("type", "thinking");
        part.putArray("thinking").addObject().put("type", "text").put("text", answer.reasoning());
        return part;
    }

    private static JsonNode toolCalls(Answer answer) {
        if (answer.toolCalls().isEmpty()) {
            return Json.object().nullNode();
        }
        ArrayNode calls = Json.object().putArray("tool_calls");
        for (ToolCall call : answer.toolCalls()) {
            ObjectNode node = calls.addObject().put("id", call.id());
            node.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            node.put("index", calls.size() - 1);
        }
        return calls;
    }

    private static String finish(Answer answer) {
        return answer.finish() == Finish.CONTENT_FILTER ? "error" : ChatWire.finish(answer.finish());
    }
}
