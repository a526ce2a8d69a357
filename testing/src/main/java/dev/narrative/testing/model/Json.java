package dev.narrative.testing.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and writes the JSON of all formats. */
final class Json {
    /** When every answer was made, in seconds since 1970. */
    static final long CREATED = 1_767_225_600;

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws IllegalArgumentException when it is no JSON; the message is OpenAI's */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("We could not parse the JSON body of your request.", e);
        }
    }

    /** A value for nested objects, such as {@code nested("delta", nested("text", value))}. */
    static ObjectNode nested(String name, JsonNode value) {
        ObjectNode root = object();
        root.set(name, value);
        return root;
    }
}
