package dev.narrative.testing.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What matters of a chat completion request.
 *
 * @param prompt the contents of all messages, one below the other
 * @param question the content of the last message
 * @param includeUsage whether a stream ends with a chunk that holds the usage
 */
record ChatRequest(String model, String prompt, String question, boolean stream, boolean includeUsage) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** @throws IllegalArgumentException when OpenAI would answer 400; the message says why */
    static ChatRequest parse(String body) {
        JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("We could not parse the JSON body of your request.", e);
        }
        if (!root.path("model").isTextual()) {
            throw new IllegalArgumentException("you must provide a model parameter");
        }
        JsonNode messages = root.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw new IllegalArgumentException("Missing required parameter: 'messages'.");
        }
        StringBuilder prompt = new StringBuilder();
        String question = "";
        for (JsonNode message : messages) {
            question = content(message.path("content"));
            prompt.append(question).append('\n');
        }
        return new ChatRequest(
                root.path("model").textValue(),
                prompt.toString(),
                question,
                root.path("stream").asBoolean(false),
                root.at("/stream_options/include_usage").asBoolean(false));
    }

    /** A message's content is a text, or a list of parts of which some are text. */
    private static String content(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }
}
