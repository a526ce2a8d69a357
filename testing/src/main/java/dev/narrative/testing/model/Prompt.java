package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What matters of a request, whatever the format.
 *
 * @param text the contents of all messages, each with a line break after it
 * @param question the content of the last message
 * @param streaming whether the answer is to come as a stream
 * @param body the request's JSON, for what one format alone knows
 */
record Prompt(String model, String text, String question, boolean streaming, JsonNode body, ModelRequest request) {
    /** Ways to the text within a message, a part of one, or what a tool gave back. */
    private static final List<String> CONTENT = List.of("text", "content", "parts", "output", "toolResult");

    static Prompt of(
            String model, boolean streaming, ModelRequest request, JsonNode body, Iterable<JsonNode> messages) {
        StringBuilder text = new StringBuilder();
        String question = "";
        for (JsonNode message : messages) {
            question = textOf(message);
            text.append(question).append('\n');
        }
        return new Prompt(model, text.toString(), question, streaming, body, request);
    }

    /** The same for the same prompt; ids are made from it. */
    String number() {
        return Integer.toHexString(text.hashCode());
    }

    /** A message's content is a text, a list of parts of which some are text, or nested once more. */
    private static String textOf(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        StringBuilder text = new StringBuilder();
        if (node.isArray()) {
            node.forEach(part -> text.append(textOf(part)));
        } else if (node.isObject()) {
            CONTENT.forEach(name -> text.append(textOf(node.path(name))));
        }
        return text.toString();
    }
}
