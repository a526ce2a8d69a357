package dev.narrative.export.langfuse;

import dev.narrative.model.score.StableIds;

/** Texts that Langfuse drops when they are longer than {@value #MAX} characters. */
final class Bounded {
    static final int MAX = 200;

    private Bounded() {}

    /** The text, or its beginning. */
    static String text(String text) {
        if (text.length() <= MAX) {
            return text;
        }
        int end = MAX - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + '…';
    }

    /** The id, or its beginning with a hash of the whole, so that two that begin alike stay two. */
    static String id(String id) {
        if (id.length() <= MAX) {
            return id;
        }
        String hash = StableIds.of(id);
        return id.substring(0, MAX - hash.length() - 1) + '-' + hash;
    }
}
