package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A family of models at Bedrock, whose bodies the family itself defines. */
enum BedrockModel {
    /** Anthropic's messages, without a model. */
    CLAUDE("anthropic.") {
        @Override
        Prompt read(ModelRequest request, JsonNode body, String model, boolean streaming) {
            return AnthropicStub.read(model, streaming, request, body);
        }

        @Override
        ObjectNode whole(Prompt prompt, Answer answer) {
            return new AnthropicWire(prompt, answer).message();
        }

        @Override
        void stream(Prompt prompt, Answer answer, EventSink out) throws IOException {
            new AnthropicWire(prompt, answer).events(out);
        }
    },
    /** The shape of Converse; each event of a stream is an object with one field that names it. */
    NOVA("amazon.nova") {
        @Override
        Prompt read(ModelRequest request, JsonNode body, String model, boolean streaming) {
            return BedrockConverseStub.read(model, streaming, request, body);
        }

        @Override
        ObjectNode whole(Prompt prompt, Answer answer) {
            return new ConverseWire(answer).whole();
        }

        @Override
        void stream(Prompt prompt, Answer answer, EventSink out) throws IOException {
            new ConverseWire(answer).events((name, data) -> out.event(name, Json.nested(name, data)));
        }
    },
    /** Amazon's embeddings, which do not stream. */
    TITAN_EMBED("amazon.titan-embed") {
        @Override
        Prompt read(ModelRequest request, JsonNode body, String model, boolean streaming) {
            return Prompt.of(model, false, request, body, List.of(body.path("inputText")));
        }

        @Override
        ObjectNode whole(Prompt prompt, Answer answer) {
            ObjectNode root = Json.object();
            int dimensions = prompt.body().path("dimensions").asInt(0);
            Embedding.of(prompt.body().path("inputText"), dimensions).addTo(root.putArray("embedding"));
            if (answer.usage().known()) {
                root.put("inputTextTokenCount", answer.usage().allInput());
            }
            return root;
        }

        @Override
        void stream(Prompt prompt, Answer answer, EventSink out) throws IOException {
            out.event("embedding", whole(prompt, answer));
        }
    },
    /** Meta's, one text in and one out, for everything else as well. */
    LLAMA("") {
        @Override
        Prompt read(ModelRequest request, JsonNode body, String model, boolean streaming) {
            return Prompt.of(model, streaming, request, body, List.of(body.path("prompt")));
        }

        @Override
        ObjectNode whole(Prompt prompt, Answer answer) {
            return generation(answer, answer.wholeText(), answer.finish() == Finish.LENGTH ? "length" : "stop");
        }

        @Override
        void stream(Prompt prompt, Answer answer, EventSink out) throws IOException {
            for (String piece : answer.pieces()) {
                out.event("generation", generation(answer, piece, null));
            }
            out.event("generation", generation(answer, "", "stop"));
        }

        private ObjectNode generation(Answer answer, String text, @Nullable String stopReason) {
            ObjectNode root = Json.object().put("generation", text);
            if (answer.usage().known()) {
                root.put("prompt_token_count", answer.usage().allInput());
                root.put("generation_token_count", answer.usage().allOutput());
            }
            return root.put("stop_reason", stopReason);
        }
    };

    private final String mark;

    /** @param mark what model ids of this family contain, behind a region or not */
    BedrockModel(String mark) {
        this.mark = mark;
    }

    static BedrockModel of(String id) {
        for (BedrockModel family : values()) {
            if (id.contains(family.mark)) {
                return family;
            }
        }
        return LLAMA;
    }

    abstract Prompt read(ModelRequest request, JsonNode body, String model, boolean streaming);

    abstract ObjectNode whole(Prompt prompt, Answer answer);

    abstract void stream(Prompt prompt, Answer answer, EventSink out) throws IOException;
}
