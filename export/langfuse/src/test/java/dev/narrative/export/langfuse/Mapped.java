package dev.narrative.export.langfuse;

import dev.narrative.model.SpanData;
import java.util.Map;

/** What the mapping makes of a span, by key. */
final class Mapped {
    private static final ProcessFields NONE = ProcessFields.NONE;

    private Mapped() {}

    static Map<String, Object> fields(SpanData span) {
        return fields(span, NONE, !span.hasRemoteParent());
    }

    static Map<String, Object> fields(SpanData span, ProcessFields process, boolean parentIsThere) {
        MappedSpan mapped = new LangfuseMapping(process).map(span, new TraceMemory().of(span), parentIsThere);
        return Map.copyOf(SpanValues.of(mapped).rest());
    }
}
