package dev.narrative.core.propagation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The headers of a message, as every HTTP library holds them: names in any case, values in order. */
final class FakeHeaders implements HeaderGetter, HeaderSetter {
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FakeHeaders with(String name, String value) {
        values.computeIfAbsent(name, fresh -> new ArrayList<>()).add(value);
        return this;
    }

    @Override
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public void set(String name, String value) {
        values.put(name, List.of(value));
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }

    Map<String, List<String>> all() {
        return values;
    }
}
