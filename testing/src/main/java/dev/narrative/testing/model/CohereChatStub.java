package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Cohere's {@code /v2/chat}. */
final class CohereChatStub implements ModelApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/v2/chat");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        if (!body.path("messages").isArray()) {
            throw new IllegalArgumentException("invalid request: all elements in history must have a message.");
        }
        boolean streaming = body.path("stream").asBoolean(false);
        return Prompt.of(body.path("model").asText(), streaming, request, body, body.path("messages"));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        CohereWire wire = new CohereWire(prompt, answer);
        if (prompt.streaming()) {
            out.stream(
                    new ServerSentEvents(true, "\n", "[DONE]"), answer.pieces().count(), wire::events);
        } else {
            out.document(wire.whole());
        }
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        CohereErrors.fail(failure, out);
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        ObjectNode delta = Json.object().put("error", Failure.SERVER_ERROR.message());
        ObjectNode event = Json.object().put("type", "message-end");
        event.set("delta", delta.put("finish_reason", "ERROR"));
        events.event("message-end", event);
    }
}
