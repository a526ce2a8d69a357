package dev.narrative.model;

import java.util.List;

/** Receives the attributes of a span, an event or a resource, one call each, without boxing. */
public interface AttributeVisitor {
    void string(String key, String value);

    void integer(String key, long value);

    void decimal(String key, double value);

    void bool(String key, boolean value);

    void strings(String key, List<String> values);
}
