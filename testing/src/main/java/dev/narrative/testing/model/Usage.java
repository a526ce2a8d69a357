package dev.narrative.testing.model;

/**
 * The tokens of an answer, each counted in one bucket only; the formats add up what they report together.
 *
 * @param input read neither from a cache nor written to one
 * @param cacheWrite5m written to a cache that keeps for five minutes
 * @param cacheWrite1h written to a cache that keeps for an hour
 * @param output without reasoning
 */
public record Usage(long input, long cacheRead, long cacheWrite5m, long cacheWrite1h, long output, long reasoning) {
    /** Stands for counts that are made from prompt and answer, four characters a token. */
    static final Usage COUNTED = new Usage(0, 0, 0, 0, 0, 0);

    /** Stands for a provider that says nothing of usage. */
    static final Usage MISSING = new Usage(0, 0, 0, 0, 0, 0);

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** The usual case of neither cache nor reasoning. */
    public static Usage of(long input, long output) {
        return new Usage(input, 0, 0, 0, output, 0);
    }

    static Usage counted(Prompt prompt, Answer answer) {
        long reasoning = answer.reasoning().isEmpty() ? 0 : tokens(answer.reasoning());
        return new Usage(tokens(prompt.text()), 0, 0, 0, tokens(answer.text()) * answer.repetitions(), reasoning);
    }

    /** The rule of thumb for English. */
    static long tokens(String text) {
        return Math.max(1, (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }

    boolean known() {
        return !isMissing();
    }

    long cacheWrite() {
        return cacheWrite5m + cacheWrite1h;
    }

    long allInput() {
        return input + cacheRead + cacheWrite();
    }

    long allOutput() {
        return output + reasoning;
    }

    long total() {
        return allInput() + allOutput();
    }

    @SuppressWarnings("ReferenceEquality") // A mark, told by identity from counts that happen to be the same.
    boolean isCounted() {
        return this == COUNTED;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isMissing() {
        return this == MISSING;
    }
}
