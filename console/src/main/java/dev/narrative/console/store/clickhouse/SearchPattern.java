package dev.narrative.console.store.clickhouse;

import dev.narrative.console.query.SearchTerm;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A regular expression that finds the words of a term, one behind the other, in a text of small letters. */
final class SearchPattern {
    /** Between two texts of a span, so that no phrase reaches from one into the other. */
    static final char GAP = '\u0001';

    private static final String BEGIN = "(?:^|[^\\pL\\pN])";
    private static final String BETWEEN = "[^\\pL\\pN\\x{1}]+";
    private static final String END = "(?:[^\\pL\\pN]|$)";

    private SearchPattern() {}

    /** Words are letters and digits, which need no escapes. */
    static String of(SearchTerm term) {
        String words = Arrays.stream(term.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(BETWEEN));
        return BEGIN + words + (term.isPrefix() ? "" : END);
    }
}
