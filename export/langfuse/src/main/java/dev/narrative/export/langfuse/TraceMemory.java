package dev.narrative.export.langfuse;

import dev.narrative.model.SpanData;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the trace that was mapped last, since spans of one trace come together. */
final class TraceMemory {
    private static final TraceFields UNKNOWN = new TraceFields(null, Map.of());

    private @Nullable SpanData lastRoot;
    private TraceFields lastFields = UNKNOWN;

    /** The fields of a span's trace, as far as they are known now. */
    TraceFields of(SpanData span) {
        SpanData root = span.localRoot();
        if (root == null) {
            return span.parentSpanId() == 0 ? TraceFields.of(span) : UNKNOWN;
        }
        if (root == lastRoot) {
            return lastFields;
        }
        TraceFields fields = read(root);
        lastRoot = root.endEpochNanos() == 0 ? null : root;
        lastFields = fields;
        return fields;
    }

    /** A span that still runs is written to meanwhile, by a thread that takes no heed of us. */
    private static TraceFields read(SpanData root) {
        try {
            return TraceFields.of(root);
        } catch (RuntimeException beingWritten) {
            return new TraceFields(root.parentSpanId() == 0 ? root.name() : null, Map.of());
        }
    }
}
