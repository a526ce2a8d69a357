package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bedrock's {@code /model/{id}/converse} and {@code /converse-stream}. */
final class BedrockConverseStub extends BedrockApi {
    BedrockConverseStub() {
        super("converse", "converse-stream");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        return read(model(request.path()), streams(request.path()), request, body);
    }

    /** Reads a body that has the shape of Converse; Nova's own has it too. */
    static Prompt read(String model, boolean streaming, ModelRequest request, JsonNode body) {
        if (!body.path("messages").isArray()) {
            throw new IllegalArgumentException("The messages field is required.");
        }
        List<JsonNode> messages = new ArrayList<>();
        if (body.has("system")) {
            messages.add(body.path("system"));
        }
        body.path("messages").forEach(messages::add);
        return Prompt.of(model, streaming, request, body, messages);
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        ConverseWire wire = new ConverseWire(answer);
        out.header("x-amzn-RequestId", answer.idOr(prompt.number()));
        if (prompt.streaming()) {
            out.stream(new AwsEventStream(), answer.pieces().count(), wire::events);
        } else {
            out.document(wire.whole());
        }
    }
}
