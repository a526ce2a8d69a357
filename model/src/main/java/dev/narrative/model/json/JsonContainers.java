package dev.narrative.model.json;

import java.util.Arrays;

/** The objects and arrays that are open, from the outermost to the innermost. */
final class JsonContainers {
    private static final int MOST_EXPECTED = 16;

    private JsonValue[] open = new JsonValue[8];

    /** How many members the last object at each depth had: the next piece of a stream has as many. */
    private int[] expected = new int[8];

    private int depth;

    int depth() {
        return depth;
    }

    JsonValue innermost() {
        return open[depth - 1];
    }

    /** An object to be pushed next, with room for what its predecessor held. */
    JsonObject newObject() {
        return new JsonObject(depth < expected.length ? expected[depth] : 0);
    }

    void push(JsonValue container) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            expected = Arrays.copyOf(expected, depth * 2);
        }
        open[depth++] = container;
    }

    JsonValue pop() {
        JsonValue container = open[--depth];
        open[depth] = JsonValue.missing();
        if (container.isObject()) {
            expected[depth] = Math.min(MOST_EXPECTED, container.size());
        }
        return container;
    }

    /** Puts a value into the innermost container: an object under the name, an array as its next element. */
    void put(String name, JsonValue value) {
        JsonValue container = open[depth - 1];
        if (container instanceof JsonObject object) {
            object.put(name, value);
        } else if (container instanceof JsonArray array) {
            array.add(value);
        }
    }

    void clear() {
        Arrays.fill(open, 0, depth, JsonValue.missing());
        depth = 0;
    }
}
