package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.SearchTerm;
import java.util.stream.Collectors;

/** FTS5's expression for the words that a person looks for: all must be there, each as a phrase. */
final class MatchExpression {
    private MatchExpression() {}

    static String of(String text) {
        return SearchTerm.parse(text).stream().map(MatchExpression::term).collect(Collectors.joining(" "));
    }

    private static String term(SearchTerm term) {
        return '"' + term.text().replace('\0', ' ').replace("\"", "\"\"") + '"' + (term.isPrefix() ? "*" : "");
    }
}
