package dev.narrative.console.store;

/** Texts as long as the index keeps or searches them; all of them is in the journal. */
public final class Bounded {
    public static final int NAME = 500;
    public static final int SEARCHED = 16_384;

    private Bounded() {}

    /** The beginning of a text, never half a character. */
    public static String text(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
