package dev.narrative.instrumentation.llm.wire;

import dev.narrative.model.json.JsonValue;

/** What requests to models have that other services' requests lack. */
final class Shapes {
    private Shapes() {}

    /** Whether there are messages, each of somebody. */
    static boolean hasConversation(JsonValue body) {
        JsonValue messages = body.get("messages");
        return messages.isArray() && (messages.size() == 0 || messages.at(0).text("role") != null);
    }

    static boolean namesModel(JsonValue body) {
        String model = body.text("model");
        return model != null && !model.isEmpty();
    }

    /** A text, or a list with something in it. */
    static boolean isInput(JsonValue value) {
        return value.text() != null || (value.isArray() && value.size() > 0);
    }

    /** Whether a request says how to sample: no other kind of service is told that. */
    static boolean samples(JsonValue body) {
        return body.has("max_tokens") || body.has("temperature") || body.has("top_p") || body.has("stop");
    }
}
