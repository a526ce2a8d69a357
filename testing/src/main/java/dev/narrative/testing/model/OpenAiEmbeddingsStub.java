package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** OpenAI's {@code /embeddings}, in numbers or in base64. */
final class OpenAiEmbeddingsStub extends OpenAiApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/embeddings");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        String model = requestedModel(request, body);
        return Prompt.of(model, false, request, body, Embedding.inputs(body.path("input")));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        ObjectNode root = Json.object().put("object", "list");
        root.set("data", data(prompt));
        root.put("model", answer.modelOr(prompt.model()));
        OpenAiUsage.putInput(root, answer.usage());
        headers(prompt.request(), out).document(root);
    }

    static ArrayNode data(Prompt prompt) {
        JsonNode body = prompt.body();
        boolean base64 = body.path("encoding_format").asText().equals("base64");
        ArrayNode data = Json.object().putArray("data");
        List<JsonNode> inputs = Embedding.inputs(body.path("input"));
        for (int i = 0; i < inputs.size(); i++) {
            ObjectNode item = data.addObject().put("object", "embedding").put("index", i);
            Embedding.of(inputs.get(i), body.path("dimensions").asInt(0)).put(item, "embedding", base64);
        }
        return data;
    }
}
