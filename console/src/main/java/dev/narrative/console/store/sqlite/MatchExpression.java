package dev.narrative.console.store.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * FTS5's expression for the words that a person looks for: all must be there. What is within double quotes is a phrase,
 * a star behind a word stands for any ending; all else that FTS5 gives a meaning is searched as it is written.
 */
final class MatchExpression {
    private MatchExpression() {}

    /**
     * The expression.
     *
     * @throws IllegalArgumentException when there is no letter or digit in the text
     */
    static String of(String text) {
        List<String> terms = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            boolean quoted = c == '"' && text.indexOf('"', at + 1) > 0;
            int begin = quoted ? at + 1 : at;
            int end = quoted ? text.indexOf('"', begin) : endOfWord(text, begin);
            add(text.substring(begin, end), !quoted, terms);
            at = quoted ? end + 1 : end;
        }
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' has no word to search for");
        }
        return String.join(" ", terms);
    }

    private static int endOfWord(String text, int begin) {
        int end = begin;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void add(String word, boolean starred, List<String> terms) {
        boolean searchable = word.codePoints().anyMatch(Character::isLetterOrDigit);
        if (searchable) {
            String plain = word.replace('\0', ' ').replace("\"", "\"\"");
            boolean prefix = starred && word.endsWith("*");
            terms.add('"' + (prefix ? plain.substring(0, plain.length() - 1) : plain) + '"' + (prefix ? "*" : ""));
        }
    }
}
