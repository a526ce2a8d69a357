package dev.narrative.core.trace;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.masking.Masking;

/**
 * Session, story, user and narrative trace id, which stand on every span from where they are known. They are masked here,
 * on the exporter's thread, and not where they come in, since headers pass them on as they are.
 */
final class CorrelationAttributes {
    private CorrelationAttributes() {}

    static void visit(Span span, AttributeVisitor visitor) {
        Correlation known = span.correlation();
        if (known.session() != null) {
            visitor.string(AttributeNames.SESSION_ID, Masking.mask(known.session()));
        }
        if (known.story() != null) {
            visitor.string(AttributeNames.STORY_ID, Masking.mask(known.story()));
        }
        if (known.user() != null) {
            visitor.string(AttributeNames.USER_ID, Masking.mask(known.user()));
        }
        String id = known.narrativeTraceId();
        visitor.string(AttributeNames.TRACE_ID, id == null ? span.traceIdHex() : Masking.mask(id));
    }
}
