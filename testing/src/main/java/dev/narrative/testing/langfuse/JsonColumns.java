package dev.narrative.testing.langfuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The columns that come as a JSON object in a text. */
final class JsonColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<String> findings;

    JsonColumns(Consumer<String> findings) {
        this.findings = findings;
    }

    Map<String, String> parameters(@Nullable String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        object("parameters", text).properties().forEach(entry -> {
            if (!entry.getValue().isTextual() && !entry.getValue().isNumber()) {
                findings.accept("the parameter " + entry + " is neither text nor number");
            }
            parameters.put(entry.getKey(), entry.getValue().asText());
        });
        return parameters;
    }

    Map<String, Long> usage(@Nullable String text) {
        Map<String, Long> usage = new LinkedHashMap<>();
        object("usage", text).properties().forEach(entry -> {
            JsonNode tokens = entry.getValue();
            if (tokens.isIntegralNumber() && tokens.asLong() >= 0) {
                usage.put(entry.getKey(), tokens.asLong());
            } else {
                findings.accept("the usage " + entry + " is no whole number from 0 and dropped");
            }
        });
        if (usage.size() > 1 && usage.containsKey("total")) {
            long sum = usage.values().stream().mapToLong(Long::longValue).sum();
            if (sum != 2 * usage.get("total")) {
                findings.accept("the kinds of usage " + usage + " do not add up");
            }
        }
        return usage;
    }

    Map<String, Double> cost(@Nullable String text) {
        Map<String, Double> cost = new LinkedHashMap<>();
        object("cost", text).properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                cost.put(entry.getKey(), entry.getValue().asDouble());
            } else {
                findings.accept("the cost " + entry + " is no number and dropped");
            }
        });
        return cost;
    }

    private JsonNode object(String what, @Nullable String text) {
        if (text == null) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode read = JSON.readTree(text);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        findings.accept(what + " is no JSON object: " + text);
        return JSON.createObjectNode();
    }
}
