package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Mistral's {@code /v1/embeddings}. */
final class MistralEmbeddingsStub implements ModelApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/embeddings");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        String model = body.path("model").asText("mistral-embed");
        return Prompt.of(model, false, request, body, Embedding.inputs(body.path("input")));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        ObjectNode root = Json.object().put("id", answer.idOr(prompt.number())).put("object", "list");
        root.set("data", OpenAiEmbeddingsStub.data(prompt));
        root.put("model", answer.modelOr(prompt.model()));
        Usage usage = answer.usage();
        MistralStub.putUsage(root, usage.known() ? Usage.of(usage.allInput(), 0) : usage);
        out.document(root);
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        out.error(failure.status(), MistralStub.error(failure));
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        events.event("error", MistralStub.error(Failure.SERVER_ERROR));
    }
}
