package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a model does that always takes up the first tool it is offered, in the words of OpenAI's chat. */
final class ToolUse {
    private ToolUse() {}

    /** A call of the first tool; {@code null} when there is none, or the conversation does not end in a user's words. */
    static @Nullable Answer of(Prompt prompt) {
        JsonNode tool = prompt.body().at("/tools/0/function");
        JsonNode messages = prompt.body().path("messages");
        JsonNode last = messages.path(messages.size() - 1);
        if (!tool.path("name").isTextual() || !last.path("role").asText().equals("user")) {
            return null;
        }
        return Answer.toolCall(
                tool.path("name").textValue(),
                arguments(tool.path("parameters"), prompt.question()).toString());
    }

    /** A value for everything that the tool requires. */
    private static ObjectNode arguments(JsonNode schema, String question) {
        ObjectNode arguments = Json.object();
        for (JsonNode required : schema.path("required")) {
            String name = required.asText();
            JsonNode property = schema.path("properties").path(name);
            switch (property.path("type").asText()) {
                case "integer", "number" -> arguments.put(name, 1);
                case "boolean" -> arguments.put(name, true);
                case "array" -> arguments.putArray(name);
                case "object" -> arguments.set(name, arguments(property, question));
                default -> arguments.put(name, property.at("/enum/0").asText(question));
            }
        }
        return arguments;
    }
}
