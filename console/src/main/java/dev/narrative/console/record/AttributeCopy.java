package dev.narrative.console.record;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import java.util.List;

/**
 * Copies attributes to others, so that those of a span that was read stay as they are.
 *
 * @param texts what becomes of a text, by its key
 */
public record AttributeCopy(Attributes target, Texts texts) implements AttributeVisitor {
    /** Makes one text of another. */
    public interface Texts {
        String copy(String key, String value);
    }

    /** A copy with the same texts. */
    public AttributeCopy(Attributes target) {
        this(target, (key, value) -> value);
    }

    @Override
    public void string(String key, String value) {
        target.put(key, texts.copy(key, value));
    }

    @Override
    public void integer(String key, long value) {
        target.put(key, value);
    }

    @Override
    public void decimal(String key, double value) {
        target.put(key, value);
    }

    @Override
    public void bool(String key, boolean value) {
        target.put(key, value);
    }

    @Override
    public void strings(String key, List<String> values) {
        target.put(key, values.stream().map(value -> texts.copy(key, value)).toList());
    }
}
