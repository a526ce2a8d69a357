package dev.narrative.console.export;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.json.JsonWriter;
import java.util.List;
import java.util.function.BiConsumer;

/** Hands over attributes as texts; a list becomes a JSON array. */
public final class AttributeTexts implements AttributeVisitor {
    private final BiConsumer<String, String> taker;

    public AttributeTexts(BiConsumer<String, String> taker) {
        this.taker = taker;
    }

    @Override
    public void string(String key, String value) {
        taker.accept(key, value);
    }

    @Override
    public void integer(String key, long value) {
        taker.accept(key, Long.toString(value));
    }

    @Override
    public void decimal(String key, double value) {
        taker.accept(key, Double.toString(value));
    }

    @Override
    public void bool(String key, boolean value) {
        taker.accept(key, Boolean.toString(value));
    }

    @Override
    public void strings(String key, List<String> values) {
        JsonWriter json = new JsonWriter(128);
        json.beginArray();
        values.forEach(json::value);
        taker.accept(key, json.endArray().text());
    }
}
