package dev.narrative.console.server.otlp;

import static dev.narrative.console.server.otlp.ProtobufReader.LENGTH;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.ScopeAttributes;
import dev.narrative.model.journal.SpanSink;
import java.io.IOException;

/**
 * Reads an {@code ExportTraceServiceRequest} as protobuf has it. What is unknown is skipped; links and attributes of scopes
 * become attributes of their spans.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto">OpenTelemetry's messages</a>
 */
final class OtlpProtobufDecoder {
    private static final String UNKNOWN_SERVICE = "unknown_service";

    private OtlpProtobufDecoder() {}

    /**
     * Reads a request.
     *
     * @param parts counts what it is made of
     * @throws IOException when it is not protobuf or not whole
     */
    static void decode(byte[] bytes, int length, Parts parts, SpanSink sink) throws IOException {
        ProtobufReader request = new ProtobufReader(bytes, 0, length, parts);
        while (request.next()) {
            if (request.is(1, LENGTH)) {
                readResourceSpans(request.message(), sink);
            } else {
                request.skip();
            }
        }
    }

    /** Reads the resource first: it may come after its spans. */
    private static void readResourceSpans(ProtobufReader resourceSpans, SpanSink sink) throws IOException {
        Attributes attributes = new Attributes();
        ProtobufReader again = resourceSpans.copy();
        while (resourceSpans.next()) {
            if (resourceSpans.is(1, LENGTH)) {
                readResource(resourceSpans.message(), attributes);
            } else {
                resourceSpans.skip();
            }
        }
        Object name = attributes.get(AttributeNames.SERVICE_NAME);
        Resource resource = new Resource(name == null ? UNKNOWN_SERVICE : name.toString(), attributes);
        while (again.next()) {
            if (again.is(2, LENGTH)) {
                readScopeSpans(again.message(), resource, sink);
            } else {
                again.skip();
            }
        }
    }

    private static void readResource(ProtobufReader resource, Attributes target) throws IOException {
        while (resource.next()) {
            if (resource.is(1, LENGTH)) {
                ProtobufAttributes.read(resource.message(), target);
            } else {
                resource.skip();
            }
        }
    }

    private static void readScopeSpans(ProtobufReader scopeSpans, Resource resource, SpanSink sink) throws IOException {
        Scope scope = new Scope();
        ProtobufReader again = scopeSpans.copy();
        while (scopeSpans.next()) {
            if (scopeSpans.is(1, LENGTH)) {
                scope.read(scopeSpans.message());
            } else {
                scopeSpans.skip();
            }
        }
        while (again.next()) {
            if (again.is(2, LENGTH)) {
                ProtobufSpan span = ProtobufSpan.read(again.message());
                String problem = span.problem();
                if (problem == null) {
                    JournalSpan built = span.build(scope.name, resource);
                    ScopeAttributes.put(scope.version, scope.attributes, built.attributes());
                    sink.span(built);
                } else {
                    sink.problem(problem);
                }
            } else {
                again.skip();
            }
        }
    }

    /** What the spans of a scope have in common. */
    private static final class Scope {
        private final Attributes attributes = new Attributes();
        private String name = "";
        private String version = "";

        private void read(ProtobufReader scope) throws IOException {
            while (scope.next()) {
                if (scope.is(1, LENGTH)) {
                    name = scope.text();
                } else if (scope.is(2, LENGTH)) {
                    version = scope.text();
                } else if (scope.is(3, LENGTH)) {
                    ProtobufAttributes.read(scope.message(), attributes);
                } else {
                    scope.skip();
                }
            }
        }
    }
}
