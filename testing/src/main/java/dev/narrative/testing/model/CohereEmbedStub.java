package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Cohere's {@code /v1/embed} and {@code /v2/embed}, in floats. */
final class CohereEmbedStub implements ModelApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/v2/embed") || isFirst(path);
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        return Prompt.of(body.path("model").asText(), false, request, body, body.path("texts"));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        JsonNode texts = prompt.body().path("texts");
        ObjectNode root = Json.object().put("id", answer.idOr("c0-" + prompt.number()));
        boolean first = isFirst(prompt.request().path());
        ArrayNode vectors = first
                ? root.putArray("embeddings")
                : root.putObject("embeddings").putArray("float");
        int dimensions = prompt.body().path("output_dimension").asInt(0);
        texts.forEach(text -> Embedding.of(text, dimensions).addTo(vectors.addArray()));
        root.set("texts", texts.deepCopy());
        ObjectNode meta = root.putObject("meta");
        meta.putObject("api_version").put("version", first ? "1" : "2");
        if (answer.usage().known()) {
            meta.putObject("billed_units").put("input_tokens", answer.usage().allInput());
        }
        out.document(root.put("response_type", first ? "embeddings_floats" : "embeddings_by_type"));
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        CohereErrors.fail(failure, out);
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        throw new IOException("embeddings do not stream");
    }

    private static boolean isFirst(String path) {
        return path.endsWith("/v1/embed");
    }
}
