package dev.narrative.console.record;

import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.masking.Masking;

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
        attributes.visit(new AttributeCopy(masked, SpanMasking::mask));
        return masked;
    }

    private static String mask(String key, String value) {
        return Masking.isSecretName(key) ? Masking.MASK : Masking.mask(value);
    }
}
