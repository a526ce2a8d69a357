package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gemini's {@code models/{model}:generateContent} and {@code :streamGenerateContent}. */
final class GeminiStub implements ModelApi {
    private static final String STREAM = ":streamGenerateContent";
    private static final String MODELS = "/models/";

    @Override
    public boolean serves(String path) {
        return path.contains(MODELS) && (path.endsWith(":generateContent") || path.endsWith(STREAM));
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        JsonNode contents = body.path("contents");
        if (!contents.isArray() || contents.isEmpty()) {
            throw new IllegalArgumentException("* GenerateContentRequest.contents: contents is not specified");
        }
        List<JsonNode> messages = new ArrayList<>();
        if (body.has("systemInstruction")) {
            messages.add(body.path("systemInstruction"));
        }
        contents.forEach(messages::add);
        return Prompt.of(model(request.path()), request.path().endsWith(STREAM), request, body, messages);
    }

    /** The model that a path names. */
    static String model(String path) {
        return path.substring(path.lastIndexOf(MODELS) + MODELS.length(), path.lastIndexOf(':'));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        GeminiWire wire = new GeminiWire(prompt, answer);
        if (prompt.streaming()) {
            boolean events = List.of(prompt.request().query().split("&", -1)).contains("alt=sse");
            Framing framing = events ? new ServerSentEvents(false, "\r\n", "") : new JsonArray();
            out.stream(framing, answer.pieces().count(), wire::chunks);
        } else {
            out.document(wire.whole());
        }
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        GoogleErrors.fail(failure, out);
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        events.event("error", GoogleErrors.body(Failure.SERVER_ERROR));
    }
}
