package dev.narrative.core.trace;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;

/** Session, story, user and narrative trace id, which stand on every span from where they are known. */
final class CorrelationAttributes {
    private CorrelationAttributes() {}

    static void visit(Span span, AttributeVisitor visitor) {
        Correlation known = span.correlation();
        if (known.session() != null) {
            visitor.string(AttributeNames.SESSION_ID, known.session());
        }
        if (known.story() != null) {
            visitor.string(AttributeNames.STORY_ID, known.story());
        }
        if (known.user() != null) {
            visitor.string(AttributeNames.USER_ID, known.user());
        }
        String id = known.narrativeTraceId();
        visitor.string(AttributeNames.TRACE_ID, id == null ? span.traceIdHex() : id);
    }
}
