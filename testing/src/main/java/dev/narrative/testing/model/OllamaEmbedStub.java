package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Ollama's {@code /api/embed}. */
final class OllamaEmbedStub implements ModelApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/api/embed");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        if (!body.path("model").isTextual()) {
            throw new IllegalArgumentException("model is required");
        }
        String model = body.path("model").textValue();
        return Prompt.of(model, false, request, body, Embedding.inputs(body.path("input")));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        ObjectNode root = Json.object().put("model", answer.modelOr(prompt.model()));
        ArrayNode vectors = root.putArray("embeddings");
        for (JsonNode input : Embedding.inputs(prompt.body().path("input"))) {
            Embedding.of(input, 0).addTo(vectors.addArray());
        }
        OllamaStub.putTotals(root, answer.usage());
        out.document(root);
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        out.error(failure.status(), Json.object().put("error", failure.message()));
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        throw new IOException("embeddings do not stream");
    }
}
