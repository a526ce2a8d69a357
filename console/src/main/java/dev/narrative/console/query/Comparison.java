package dev.narrative.console.query;

/** How a condition compares, with its sign in text. */
public enum Comparison {
    /** A star in the text stands for any characters. */
    EQUAL("="),
    DIFFERENT("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    CONTAINS("~"),
    /** The text itself, stars and all. */
    IS("==");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    boolean isForText() {
        return this == EQUAL || this == DIFFERENT || this == CONTAINS || this == IS;
    }

    boolean isForNumbers() {
        return this != CONTAINS && this != IS;
    }
}
