package dev.narrative.console.store.postgres;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The words of a text as they are searched: runs of letters and digits, in small letters and without accents. The
 * database's own parsers take class names for hosts and know the letters of their locale only; words that are split
 * here are the same on every server, and the same as the default store's.
 */
final class WordSplitter {
    /** The database takes 2,046 bytes. */
    private static final int MAX_LENGTH = 500;

    private WordSplitter() {}

    static void split(String text, Consumer<String> words) {
        int length = text.length();
        for (int at = 0; at < length; ) {
            int point = text.codePointAt(at);
            if (!isPartOfWord(point)) {
                at += Character.charCount(point);
                continue;
            }
            int begin = at;
            boolean ascii = true;
            while (at < length && isPartOfWord(text.codePointAt(at))) {
                int next = text.codePointAt(at);
                ascii &= next < 0x80;
                at += Character.charCount(next);
            }
            String word =
                    text.substring(begin, Math.min(at, begin + MAX_LENGTH)).toLowerCase(Locale.ROOT);
            String plain = ascii ? word : withoutAccents(word);
            if (!plain.isEmpty()) {
                words.accept(plain);
            }
        }
    }

    private static boolean isPartOfWord(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static String withoutAccents(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
