package dev.narrative.core.capture;

import dev.narrative.model.Attributes;
import org.jspecify.annotations.Nullable;

/** Puts what a {@link ValueRenderer} has made of a value among a span's attributes. */
public final class CapturedAttributes {
    private CapturedAttributes() {}

    /** Puts a value under a key; nothing for {@code null}. */
    public static void put(Attributes attributes, String key, @Nullable Object rendered) {
        if (rendered instanceof Long integer) {
            attributes.put(key, integer);
        } else if (rendered instanceof Double decimal) {
            attributes.put(key, decimal);
        } else if (rendered instanceof Boolean bool) {
            attributes.put(key, bool);
        } else if (rendered != null) {
            attributes.put(key, rendered.toString());
        }
    }
}
