package dev.narrative.console.analysis;

import java.util.ArrayList;
import java.util.List;

/** A text in words: runs of letters and digits, runs of blanks, and everything else character by character. */
final class TextWords {
    private TextWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            int kind = kind(text.codePointAt(at));
            do {
                end += Character.charCount(text.codePointAt(end));
            } while (kind != 0 && end < text.length() && kind(text.codePointAt(end)) == kind);
            words.add(text.substring(at, end));
            at = end;
        }
        return words;
    }

    private static int kind(int c) {
        if (Character.isWhitespace(c)) {
            return 1;
        }
        return Character.isLetterOrDigit(c) ? 2 : 0;
    }
}
