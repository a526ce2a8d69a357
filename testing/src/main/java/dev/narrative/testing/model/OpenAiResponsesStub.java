package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** OpenAI's {@code /responses}; its stream has typed events. */
final class OpenAiResponsesStub extends OpenAiApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/responses");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        String model = requestedModel(request, body);
        List<JsonNode> messages = new ArrayList<>();
        if (body.path("instructions").isTextual()) {
            messages.add(body.path("instructions"));
        }
        JsonNode input = body.path("input");
        if (input.isArray()) {
            input.forEach(messages::add);
        } else {
            messages.add(input);
        }
        return Prompt.of(model, body.path("stream").asBoolean(false), request, body, messages);
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        ResponsesWire wire = new ResponsesWire(prompt, answer);
        headers(prompt.request(), out);
        if (prompt.streaming()) {
            out.stream(ServerSentEvents.withNames(), answer.pieces().count(), events -> new ResponsesStream(
                            wire, answer, events)
                    .write());
        } else {
            out.document(wire.finished());
        }
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        ObjectNode error = Json.object().put("type", "error").put("code", "server_error");
        error.put("message", Failure.SERVER_ERROR.message()).putNull("param").put("sequence_number", 0);
        events.event("error", error);
    }
}
