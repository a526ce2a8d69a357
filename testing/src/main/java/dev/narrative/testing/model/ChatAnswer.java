package dev.narrative.testing.model;

import java.util.List;

/**
 * The answer to a chat completion: the same for the same prompt, on every machine.
 *
 * @param id ends in a number made from the prompt
 * @param model the dated name of the model that was asked for, as the provider answers it
 */
record ChatAnswer(String id, String model, String text, int promptTokens, int completionTokens) {
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int QUOTED_WORDS = 6;
    private static final List<String> TURNS = List.of(
            "What is wanted and what is there pull at each other, and something has to move.",
            "The bridge holds as long as someone remembers who built it.",
            "A small promise is kept here, and the larger one waits behind it.",
            "Nothing breaks yet; the weight only changes sides.");

    static ChatAnswer to(ChatRequest request) {
        int number = request.prompt().hashCode();
        String turn = TURNS.get(Math.floorMod(number, TURNS.size()));
        String text = "On \"" + beginning(request.question()) + "\": " + turn;
        return new ChatAnswer(
                "chatcmpl-" + Integer.toHexString(number),
                request.model() + "-2024-07-18",
                text,
                tokens(request.prompt()),
                tokens(text));
    }

    /** Four characters a token, the rule of thumb for English. */
    static int tokens(String text) {
        return Math.max(1, (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }

    private static String beginning(String question) {
        List<String> words = List.of(question.strip().split("\\s+", -1));
        return String.join(" ", words.subList(0, Math.min(QUOTED_WORDS, words.size())));
    }
}
