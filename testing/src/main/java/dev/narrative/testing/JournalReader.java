package dev.narrative.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads journals as any reader of OTLP-JSON would, with nothing of the product's own reader: what the agent writes is
 * judged by the format, not by code that shares its mistakes.
 */
final class JournalReader {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> KINDS = List.of("INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");
    private static final List<String> STATUSES = List.of("UNSET", "OK", "ERROR");

    private final List<RecordedSpan> spans = new ArrayList<>();

    private JournalReader() {}

    /** The spans in all {@code .jsonl} files below a directory, none when it is not there yet. */
    static List<RecordedSpan> read(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        JournalReader reader = new JournalReader();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                reader.readFile(file);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.spans;
    }

    /** A last line without its end is being written, or was when its process was killed. */
    private void readFile(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.lastIndexOf('\n');
        if (end < 0) {
            return;
        }
        for (String line : text.substring(0, end).split("\n", -1)) {
            try {
                readLine(MAPPER.readTree(line));
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON in " + file + ": " + line, e);
            }
        }
    }

    private void readLine(JsonNode line) {
        for (JsonNode resource : line.path("resourceSpans")) {
            Map<String, String> attributes = attributes(resource.at("/resource/attributes"));
            String service = attributes.getOrDefault("service.name", "");
            for (JsonNode scope : resource.path("scopeSpans")) {
                String scopeName = scope.at("/scope/name").asText("");
                scope.path("spans").forEach(span -> spans.add(span(service, scopeName, span)));
            }
        }
    }

    private static RecordedSpan span(String service, String scope, JsonNode span) {
        List<RecordedEvent> events = new ArrayList<>();
        for (JsonNode event : span.path("events")) {
            events.add(new RecordedEvent(event.path("name").asText(), attributes(event.path("attributes"))));
        }
        return new RecordedSpan(
                service,
                scope,
                span.path("traceId").asText(),
                span.path("spanId").asText(),
                span.path("parentSpanId").asText(""),
                span.path("name").asText(),
                KINDS.get(span.path("kind").asInt(1) - 1),
                STATUSES.get(span.at("/status/code").asInt(0)),
                span.at("/status/message").asText(""),
                span.path("startTimeUnixNano").asLong(),
                span.path("endTimeUnixNano").asLong(),
                attributes(span.path("attributes")),
                List.copyOf(events));
    }

    private static Map<String, String> attributes(JsonNode list) {
        Map<String, String> map = new LinkedHashMap<>();
        list.forEach(entry -> map.put(entry.path("key").asText(), value(entry.path("value"))));
        return map;
    }

    /** A value is an object with one field whose name tells the type; a list holds such values again. */
    private static String value(JsonNode value) {
        JsonNode items = value.at("/arrayValue/values");
        if (items.isArray()) {
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(value(item)));
            return texts.toString();
        }
        return value.isEmpty() ? "" : value.elements().next().asText();
    }
}
