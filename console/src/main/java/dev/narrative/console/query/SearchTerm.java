package dev.narrative.console.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or phrase that is looked for. All but letters and digits separates words.
 *
 * @param text has at least one letter or digit
 * @param isPrefix whether the last word is only the beginning of one
 */
public record SearchTerm(String text, boolean isPrefix) {
    /**
     * Reads what a person looks for: what is within double quotes is a phrase, a star behind a word stands for any
     * ending.
     *
     * @throws IllegalArgumentException when there is no letter or digit in the text
     */
    public static List<SearchTerm> parse(String text) {
        List<SearchTerm> terms = new ArrayList<>();
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
        return terms;
    }

    private static int endOfWord(String text, int begin) {
        int end = begin;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void add(String word, boolean starred, List<SearchTerm> terms) {
        if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
            boolean prefix = starred && word.endsWith("*");
            terms.add(new SearchTerm(prefix ? word.substring(0, word.length() - 1) : word, prefix));
        }
    }
}
