package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Gemini's {@code models/{model}:embedContent} and {@code :batchEmbedContents}; neither says anything of usage. */
final class GeminiEmbeddingsStub implements ModelApi {
    private static final String BATCH = ":batchEmbedContents";

    @Override
    public boolean serves(String path) {
        return path.endsWith(":embedContent") || path.endsWith(BATCH);
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        JsonNode requests = body.path("requests");
        Iterable<JsonNode> inputs = requests.isArray() ? requests : List.of(body);
        return Prompt.of(GeminiStub.model(request.path()), false, request, body, inputs);
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        ObjectNode root = Json.object();
        if (prompt.request().path().endsWith(BATCH)) {
            ArrayNode list = root.putArray("embeddings");
            prompt.body().path("requests").forEach(one -> list.add(embedding(one)));
        } else {
            root.set("embedding", embedding(prompt.body()));
        }
        out.document(root);
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        GoogleErrors.fail(failure, out);
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        events.event("error", GoogleErrors.body(Failure.SERVER_ERROR));
    }

    private static ObjectNode embedding(JsonNode request) {
        ObjectNode node = Json.object();
        int dimensions = request.path("outputDimensionality").asInt(0);
        Embedding.of(request.path("content"), dimensions).addTo(node.putArray("values"));
        return node;
    }
}
