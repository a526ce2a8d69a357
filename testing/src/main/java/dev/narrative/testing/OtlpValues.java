package dev.narrative.testing;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OTLP's attributes in the form that assertions like. */
public final class OtlpValues {
    private OtlpValues() {}

    /** The attributes in their order, each value as text; a list as its items in square brackets. */
    public static Map<String, String> asMap(List<KeyValue> attributes) {
        Map<String, String> map = new LinkedHashMap<>();
        attributes.forEach(attribute -> map.put(attribute.getKey(), asText(attribute.getValue())));
        return map;
    }

    private static String asText(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> String.valueOf(value.getIntValue());
            case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(OtlpValues::asText)
                        .toList()
                        .toString();
            default -> value.toString();
        };
    }
}
