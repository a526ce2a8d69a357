package dev.narrative.console.server.rest;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import java.util.List;

/** Copies attributes to others, so that a span that is read is not changed. */
record AttributeCopy(Attributes target) implements AttributeVisitor {
    @Override
    public void string(String key, String value) {
        target.put(key, value);
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
        target.put(key, values);
    }
}
