package dev.narrative.model.journal;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.json.JsonCursor;
import dev.narrative.model.json.JsonCursor.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a {@code TracesData} in OTLP-JSON, whoever wrote it, in one pass; enums may be numbers or names. What is
 * unknown is skipped; links and attributes of scopes become attributes of their spans. Thread-safe.
 */
public final class OtlpJsonDecoder {
    private static final String UNKNOWN_SERVICE = "unknown_service";

    /**
     * Reads one line; when it breaks off, the spans that were whole until there have been handed over.
     *
     * @throws IOException when it is not JSON or not whole
     */
    public void decode(byte[] line, int offset, int length, SpanSink sink) throws IOException {
        JsonCursor json = new JsonCursor(line, offset, length);
        if (json.next() != Token.BEGIN_OBJECT) {
            throw new IOException("a JSON object was expected");
        }
        readFields(json, field -> {
            if (field.equals("resourceSpans")) {
                readEach(json, () -> readResourceSpans(json, sink));
            } else {
                json.skipChildren();
            }
        });
        json.next();
    }

    private static void readResourceSpans(JsonCursor json, SpanSink sink) throws IOException {
        Attributes resource = new Attributes();
        List<SpanFields> spans = new ArrayList<>();
        try {
            readFields(json, field -> {
                switch (field) {
                    case "resource" -> readResource(json, resource);
                    case "scopeSpans", "instrumentationLibrarySpans" ->
                        readEach(json, () -> readScopeSpans(json, spans));
                    default -> json.skipChildren();
                }
            });
        } finally {
            handOver(spans, resource, sink);
        }
    }

    private static void handOver(List<SpanFields> spans, Attributes attributes, SpanSink sink) {
        Object name = attributes.get(AttributeNames.SERVICE_NAME);
        Resource resource = new Resource(name == null ? UNKNOWN_SERVICE : name.toString(), attributes);
        for (SpanFields span : spans) {
            String problem = span.problem();
            if (problem == null) {
                sink.span(span.build(resource));
            } else {
                sink.problem(problem);
            }
        }
    }

    private static void readResource(JsonCursor json, Attributes resource) throws IOException {
        readFields(json, field -> {
            if (field.equals("attributes")) {
                OtlpJsonValues.readAttributes(json, resource);
            } else {
                json.skipChildren();
            }
        });
    }

    private static void readScopeSpans(JsonCursor json, List<SpanFields> spans) throws IOException {
        int first = spans.size();
        SpanFields scope = new SpanFields();
        try {
            readFields(json, field -> {
                switch (field) {
                    case "scope", "instrumentationLibrary" -> readScope(json, scope);
                    case "spans" -> readEach(json, () -> spans.add(readSpan(json)));
                    default -> json.skipChildren();
                }
            });
        } finally {
            for (SpanFields span : spans.subList(first, spans.size())) {
                span.scope = scope.scope;
                ScopeAttributes.put(scope.scopeVersion, scope.attributes, span.attributes);
            }
        }
    }

    private static void readScope(JsonCursor json, SpanFields target) throws IOException {
        readFields(json, field -> {
            switch (field) {
                case "name" -> target.scope = OtlpJsonValues.readText(json);
                case "version" -> target.scopeVersion = OtlpJsonValues.readText(json);
                case "attributes" -> OtlpJsonValues.readAttributes(json, target.attributes);
                default -> json.skipChildren();
            }
        });
    }

    private static SpanFields readSpan(JsonCursor json) throws IOException {
        SpanFields span = new SpanFields();
        readFields(json, field -> {
            switch (field) {
                case "traceId" -> span.traceId = OtlpJsonValues.readText(json);
                case "spanId" -> span.spanId = OtlpJsonValues.readText(json);
                case "parentSpanId" -> span.parentSpanId = OtlpJsonValues.readText(json);
                case "traceState" -> span.traceState = OtlpJsonValues.readText(json);
                case "flags" -> span.flags = OtlpJsonValues.readLong(json);
                case "name" -> span.name = OtlpJsonValues.readText(json);
                case "kind" -> span.kind(OtlpJsonValues.readText(json));
                case "startTimeUnixNano" -> span.start = OtlpJsonValues.readLong(json);
                case "endTimeUnixNano" -> span.end = OtlpJsonValues.readLong(json);
                case "attributes" -> OtlpJsonValues.readAttributes(json, span.attributes);
                case "events" -> readEach(json, () -> span.events.add(readEvent(json)));
                case "links" -> readLinks(json, span.attributes);
                case "status" -> readStatus(json, span);
                default -> json.skipChildren();
            }
        });
        return span;
    }

    private static void readLinks(JsonCursor json, Attributes span) throws IOException {
        List<SpanLink> links = new ArrayList<>();
        readEach(json, () -> {
            SpanFields link = new SpanFields();
            readFields(json, field -> {
                switch (field) {
                    case "traceId" -> link.traceId = OtlpJsonValues.readText(json);
                    case "spanId" -> link.spanId = OtlpJsonValues.readText(json);
                    case "attributes" -> OtlpJsonValues.readAttributes(json, link.attributes);
                    default -> json.skipChildren();
                }
            });
            if (links.size() < SpanLink.MOST) {
                links.add(new SpanLink(link.traceId, link.spanId, link.attributes));
            }
        });
        SpanLink.put(links, span);
    }

    private static SpanEvent readEvent(JsonCursor json) throws IOException {
        SpanFields event = new SpanFields();
        readFields(json, field -> {
            switch (field) {
                case "timeUnixNano" -> event.start = OtlpJsonValues.readLong(json);
                case "name" -> event.name = OtlpJsonValues.readText(json);
                case "attributes" -> OtlpJsonValues.readAttributes(json, event.attributes);
                default -> json.skipChildren();
            }
        });
        return new SpanEvent(event.name, event.start, event.attributes);
    }

    private static void readStatus(JsonCursor json, SpanFields span) throws IOException {
        readFields(json, field -> {
            switch (field) {
                case "code" -> span.status(OtlpJsonValues.readText(json));
                case "message" -> span.statusMessage = OtlpJsonValues.readText(json);
                default -> json.skipChildren();
            }
        });
    }

    /** Reads the value of a field; the cursor stands on it. */
    private interface FieldReader {
        void read(String field) throws IOException;
    }

    private interface ItemReader {
        void read() throws IOException;
    }

    private static void readFields(JsonCursor json, FieldReader reader) throws IOException {
        if (json.token() != Token.BEGIN_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.next() != Token.END_OBJECT) {
            reader.read(json.name());
        }
    }

    private static void readEach(JsonCursor json, ItemReader reader) throws IOException {
        if (json.token() != Token.BEGIN_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.next() != Token.END_ARRAY) {
            reader.read();
        }
    }
}
