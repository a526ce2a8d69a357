package dev.narrative.console.record;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.masking.Masking;
import java.util.List;

/** Takes secrets out of spans that others sent: not all of them mask. */
public final class SpanMasking {
    private SpanMasking() {}

    public static JournalSpan masked(JournalSpan span, Resource resource) {
        String message = span.statusMessage();
        return new JournalSpan(
                span.traceIdHigh(),
                span.traceIdLow(),
                span.spanId(),
                span.parentSpanId(),
                span.hasRemoteParent(),
                Masking.mask(span.name()),
                span.kind(),
                span.startEpochNanos(),
                span.endEpochNanos(),
                span.status(),
                message == null ? null : Masking.mask(message),
                span.scope(),
                span.traceState(),
                masked(span.attributes()),
                span.events().stream().map(SpanMasking::masked).toList(),
                resource,
                span.state());
    }

    public static Resource masked(Resource resource) {
        return new Resource(Masking.mask(resource.serviceName()), masked(resource.attributes()));
    }

    private static SpanEvent masked(SpanEvent event) {
        return new SpanEvent(event.name(), event.epochNanos(), masked(event.attributes()));
    }

    private static Attributes masked(Attributes attributes) {
        Attributes masked = new Attributes();
        attributes.visit(new AttributeVisitor() {
            @Override
            public void string(String key, String value) {
                masked.put(key, mask(key, value));
            }

            @Override
            public void integer(String key, long value) {
                masked.put(key, value);
            }

            @Override
            public void decimal(String key, double value) {
                masked.put(key, value);
            }

            @Override
            public void bool(String key, boolean value) {
                masked.put(key, value);
            }

            @Override
            public void strings(String key, List<String> values) {
                masked.put(key, values.stream().map(value -> mask(key, value)).toList());
            }
        });
        return masked;
    }

    private static String mask(String key, String value) {
        return Masking.isSecretName(key) ? Masking.MASK : Masking.mask(value);
    }
}
