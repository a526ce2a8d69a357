package dev.narrative.export.langfuse;

import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;

/**
 * Turns a span into one that has nothing but Langfuse's own attributes: so it guesses at nothing, and nothing lands where
 * it can't be filtered. Pure: the same span, trace and process give the same fields.
 */
final class LangfuseMapping {
    private final ProcessFields process;

    LangfuseMapping(ProcessFields process) {
        this.process = process;
    }

    /**
     * The span as Langfuse is to see it.
     *
     * @param parentIsThere whether the parent, if it has one, goes to Langfuse from here
     */
    MappedSpan map(SpanData span, TraceFields trace, boolean parentIsThere) {
        SpanValues values = SpanValues.of(span);
        Attributes fields = new Attributes();
        trace.write(values, process, fields);
        if (span.parentSpanId() != 0 && !parentIsThere) {
            fields.put(LangfuseAttributes.IS_APP_ROOT, true);
        }
        ObservationType type = ObservationType.take(values);
        fields.put(LangfuseAttributes.TYPE, type.text());
        ContentFields.write(values, fields);
        ModelFields.write(values, fields);
        UsageFields.write(values, fields);
        CompletionStart.write(span, values, fields);
        PromptFields.write(type, values, fields);
        OutcomeFields.write(span, values, fields);
        MetadataFields.write(span, values, fields);
        return new MappedSpan(span, fields);
    }
}
