package dev.narrative.model.masking.pattern;

/** What a state of a program does. */
enum Op {
    /** Takes a character of its set. */
    CHARS,
    /** Goes two ways at once. */
    SPLIT,
    TEXT_BEGIN,
    TEXT_END,
    WORD_EDGE,
    NO_WORD_EDGE,
    MATCH;

    /** Whether a condition holds between two characters. */
    boolean holds(Neighbour before, Neighbour after) {
        return switch (this) {
            case TEXT_BEGIN -> before == Neighbour.EDGE;
            case TEXT_END -> after == Neighbour.EDGE;
            case WORD_EDGE -> (before == Neighbour.WORD) != (after == Neighbour.WORD);
            case NO_WORD_EDGE -> (before == Neighbour.WORD) == (after == Neighbour.WORD);
            default -> true;
        };
    }

    /** The same condition for a text that is read backwards. */
    Op mirrored() {
        return this == TEXT_BEGIN ? TEXT_END : this == TEXT_END ? TEXT_BEGIN : this;
    }
}
