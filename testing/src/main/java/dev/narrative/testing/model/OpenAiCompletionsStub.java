package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** OpenAI's legacy {@code /completions}: one text in, one text out. */
final class OpenAiCompletionsStub extends OpenAiApi {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/completions") && !path.endsWith("/chat/completions");
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        String model = requestedModel(request, body);
        return Prompt.of(model, body.path("stream").asBoolean(false), request, body, List.of(body.path("prompt")));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        headers(prompt.request(), out);
        if (prompt.streaming()) {
            out.stream(ServerSentEvents.dataOnly(), answer.pieces().count(), events -> stream(prompt, answer, events));
        } else {
            ObjectNode root = completion(prompt, answer, answer.wholeText(), ChatWire.finish(answer.finish()));
            OpenAiUsage.put(root, answer.usage());
            out.document(root);
        }
    }

    private static void stream(Prompt prompt, Answer answer, EventSink events) throws IOException {
        for (String piece : answer.pieces()) {
            events.event("", completion(prompt, answer, piece, null));
        }
        events.event("", completion(prompt, answer, "", ChatWire.finish(answer.finish())));
        if (prompt.body().at("/stream_options/include_usage").asBoolean(false)) {
            ObjectNode last = head(prompt, answer);
            last.putArray("choices");
            OpenAiUsage.put(last, answer.usage());
            events.event("", last);
        }
    }

    private static ObjectNode completion(Prompt prompt, Answer answer, String text, @Nullable String finish) {
        ObjectNode root = head(prompt, answer);
        ObjectNode choice =
                root.putArray("choices").addObject().put("text", text).put("index", 0);
        choice.putNull("logprobs").put("finish_reason", finish);
        return root;
    }

    private static ObjectNode head(Prompt prompt, Answer answer) {
        return Json.object()
                .put("id", answer.idOr("cmpl-" + prompt.number()))
                .put("object", "text_completion")
                .put("created", Json.CREATED)
                .put("model", answer.modelOr(prompt.model()));
    }
}
