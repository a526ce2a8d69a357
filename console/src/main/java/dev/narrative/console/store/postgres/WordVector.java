package dev.narrative.console.store.postgres;

import dev.narrative.console.query.SearchTerm;
import dev.narrative.console.store.Bounded;
import dev.narrative.console.store.SpanFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a span, or those that are looked for, as the database writes them: letters and digits, so unescaped. */
final class WordVector {
    /** Further on the database counts no more. */
    private static final int MAX_POSITION = 16_383;

    private static final int MAX_POSITIONS_OF_A_WORD = 255;
    /** Between two texts, so that no phrase reaches from one into the other. */
    private static final int GAP = 8;

    private final Map<String, StringBuilder> positions = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int position;

    /** The {@code tsvector} of a span's name, error, input and output. */
    static String of(String name, SpanFacts facts) {
        WordVector vector = new WordVector();
        vector.add(name);
        vector.add(facts.errorText());
        vector.add(facts.input());
        vector.add(facts.output());
        StringBuilder out = new StringBuilder();
        vector.positions.forEach((word, at) -> out.append(out.length() == 0 ? "'" : " '")
                .append(word)
                .append("':")
                .append(at));
        return out.toString();
    }

    /** The {@code tsquery} of what a person looks for; empty where none of it is a word. */
    static String query(List<SearchTerm> terms) {
        return terms.stream()
                .map(WordVector::phrase)
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.joining(" & "));
    }

    private static String phrase(SearchTerm term) {
        List<String> words = new ArrayList<>();
        WordSplitter.split(Bounded.text(term.text(), Bounded.SEARCHED), word -> words.add("'" + word + "'"));
        String phrase = String.join(" <-> ", words);
        return words.isEmpty() ? "" : "(" + phrase + (term.isPrefix() ? ":*" : "") + ")";
    }

    private void add(String text) {
        if (text.isEmpty()) {
            return;
        }
        WordSplitter.split(Bounded.text(text, Bounded.SEARCHED), this::addWord);
        position += GAP;
    }

    private void addWord(String word) {
        position++;
        int count = counts.merge(word, 1, Integer::sum);
        if (count > MAX_POSITIONS_OF_A_WORD) {
            return;
        }
        StringBuilder at = positions.computeIfAbsent(word, first -> new StringBuilder());
        at.append(count == 1 ? "" : ",").append(Math.min(position, MAX_POSITION));
    }
}
