package dev.narrative.console.record;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import java.util.List;

/** Hands on the texts of an open span, but for what says that it is open. */
final class KnownTexts implements AttributeVisitor {
    private final SpanDraft target;

    KnownTexts(SpanDraft target) {
        this.target = target;
    }

    @Override
    public void string(String key, String value) {
        if (!key.equals(AttributeNames.OPEN_UNTIL)) {
            target.known(key, value);
        }
    }

    @Override
    public void integer(String key, long value) {}

    @Override
    public void decimal(String key, double value) {}

    @Override
    public void bool(String key, boolean value) {}

    @Override
    public void strings(String key, List<String> values) {}
}
