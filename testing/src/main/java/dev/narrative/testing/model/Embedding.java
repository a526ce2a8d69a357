package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** A vector that stands for a text: the same for the same text. */
record Embedding(float[] values) {
    private static final int DIMENSIONS = 8;
    private static final float STEPS = 1000f;

    /** @param dimensions how many are asked for; 0 when nothing is said */
    static Embedding of(JsonNode input, int dimensions) {
        SplittableRandom random = new SplittableRandom(input.toString().hashCode());
        float[] values = new float[dimensions == 0 ? DIMENSIONS : dimensions];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(-(int) STEPS, (int) STEPS) / STEPS;
        }
        return new Embedding(values);
    }

    /** The inputs of a request: a text, a list of tokens, or a list of such. */
    static List<JsonNode> inputs(JsonNode input) {
        if (!input.isArray() || (!input.isEmpty() && input.get(0).isNumber())) {
            return List.of(input);
        }
        List<JsonNode> inputs = new ArrayList<>();
        input.forEach(inputs::add);
        return inputs;
    }

    void addTo(ArrayNode list) {
        for (float value : values) {
            list.add(value);
        }
    }

    /** Little-endian floats, as OpenAI packs them for who asks for base64. */
    void put(ObjectNode node, String name, boolean base64) {
        if (base64) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            node.put(name, Base64.getEncoder().encodeToString(bytes.array()));
        } else {
            addTo(node.putArray(name));
        }
    }
}
