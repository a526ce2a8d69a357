package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** OpenAI's {@code /chat/completions}, of Azure and of the many servers that imitate it as well. */
final class OpenAiChatStub extends OpenAiApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/chat/completions");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        String model = requestedModel(request, body);
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw new IllegalArgumentException("Missing required parameter: 'messages'.");
        }
        return Prompt.of(model, body.path("stream").asBoolean(false), request, body, messages);
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        ChatWire wire = new ChatWire(prompt, answer);
        headers(prompt.request(), out);
        if (prompt.streaming()) {
            out.stream(ServerSentEvents.dataOnly(), answer.pieces().count(), wire::chunks);
        } else {
            out.document(wire.completion());
        }
    }
}
