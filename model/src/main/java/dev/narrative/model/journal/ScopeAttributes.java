package dev.narrative.model.journal;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import java.util.List;

/**
 * What is known of an instrumentation scope besides its name: the journal keeps it with each of its spans, under
 * {@code otel.scope.}, as OpenTelemetry does where a format has no scopes.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/common/mapping-to-non-otlp/">formats other than OTLP</a>
 */
public final class ScopeAttributes implements AttributeVisitor {
    private static final String PREFIX = "otel.scope.";
    /** Of a scope, which are with each of its spans. */
    private static final int MOST = 16;

    private final Attributes span;
    private int count;

    private ScopeAttributes(Attributes span) {
        this.span = span;
    }

    /** Puts the version and the attributes of a scope on a span; an empty version is none. */
    public static void put(String version, Attributes scope, Attributes span) {
        if (!version.isEmpty()) {
            span.put(PREFIX + "version", version);
        }
        scope.visit(new ScopeAttributes(span));
    }

    @Override
    public void string(String key, String value) {
        if (count++ < MOST) {
            span.put(PREFIX + key, value);
        }
    }

    @Override
    public void integer(String key, long value) {
        if (count++ < MOST) {
            span.put(PREFIX + key, value);
        }
    }

    @Override
    public void decimal(String key, double value) {
        if (count++ < MOST) {
            span.put(PREFIX + key, value);
        }
    }

    @Override
    public void bool(String key, boolean value) {
        if (count++ < MOST) {
            span.put(PREFIX + key, value);
        }
    }

    @Override
    public void strings(String key, List<String> values) {
        if (count++ < MOST) {
            span.put(PREFIX + key, values);
        }
    }
}
