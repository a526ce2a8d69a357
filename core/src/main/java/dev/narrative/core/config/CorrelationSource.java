package dev.narrative.core.config;

import dev.narrative.model.EditDistance;
import dev.narrative.model.masking.Masking;
import java.util.ArrayList;
import java.util.List;

/**
 * One place where a request, a span or a thread may tell a session, a story or a user: {@code header:X-Chat-Id},
 * {@code cookie:SESSION}, {@code query:session}, {@code baggage:session}, {@code attribute:chat.id}, {@code mdc:userId}.
 */
public record CorrelationSource(Kind kind, String name) {
    /** What is looked into; declared as one writes it. */
    public enum Kind {
        HEADER("header", true),
        /** The value is hashed, since a session's cookie lets its owner in. */
        COOKIE("cookie", false),
        QUERY("query", true),
        BAGGAGE("baggage", true),
        ATTRIBUTE("attribute", true),
        MDC("mdc", true);

        private final String word;
        private final boolean shown;

        Kind(String word, boolean shown) {
            this.word = word;
            this.shown = shown;
        }

        private static Kind of(String word) {
            List<String> words = new ArrayList<>();
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
                words.add(kind.word);
            }
            String nearest = EditDistance.nearest(word, words);
            throw new IllegalArgumentException("has '" + word + ":', where one of " + String.join(", ", words)
                    + " is expected" + (nearest == null ? "" : "; did you mean " + nearest + "?"));
        }
    }

    static CorrelationSource parse(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1).trim();
        if (colon < 1 || name.isEmpty()) {
            throw new IllegalArgumentException("has '" + text
                    + "'; write where to look and the name, such as header:X-Session-Id or cookie:SESSION");
        }
        Kind kind = Kind.of(text.substring(0, colon).trim());
        if (kind.shown && Masking.isSecretName(name)) {
            throw new IllegalArgumentException("has '" + text + "', whose value is a secret and would be shown on every"
                    + " span; name another, or a cookie, whose value is hashed");
        }
        return new CorrelationSource(kind, name);
    }

    @Override
    public String toString() {
        return kind.word + ":" + name;
    }
}
