package dev.narrative.export.langfuse;

import dev.narrative.model.Attributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trace was asked and what it answered: Langfuse shows a trace by its first span's input and output, and a request
 * over HTTP has none. Where the first span lacks them, it gets the input of the step that began first and the output of
 * the one that ended last. Bounded; the oldest traces are forgotten.
 */
final class RootContent {
    private static final int MOST_TRACES = 256;
    private static final int MOST_CHARS = 16_384;

    private final Map<Long, Steps> traces = new LinkedHashMap<>();

    /** The steps of one trace so far. */
    private static final class Steps {
        private @Nullable String input;
        private @Nullable String output;
        private long inputFrom = Long.MAX_VALUE;
        private long outputFrom = Long.MIN_VALUE;
    }

    /** Remembers what a step has, or gives the first span of a trace what it lacks. */
    void pass(MappedSpan span) {
        if (span.parentSpanId() != 0 && !span.hasRemoteParent()) {
            remember(span);
            return;
        }
        Steps steps = traces.remove(span.traceIdLow());
        Attributes fields = span.fields();
        boolean isEmpty = fields.get(LangfuseAttributes.INPUT) == null && fields.get(LangfuseAttributes.OUTPUT) == null;
        if (steps != null && isEmpty) {
            put(fields, LangfuseAttributes.INPUT, steps.input);
            put(fields, LangfuseAttributes.OUTPUT, steps.output);
        }
    }

    private void remember(MappedSpan span) {
        String input = text(span, LangfuseAttributes.INPUT);
        String output = text(span, LangfuseAttributes.OUTPUT);
        if (input == null && output == null) {
            return;
        }
        Steps steps = traces.computeIfAbsent(span.traceIdLow(), any -> new Steps());
        if (input != null && span.startEpochNanos() < steps.inputFrom) {
            steps.input = input;
            steps.inputFrom = span.startEpochNanos();
        }
        if (output != null && span.endEpochNanos() >= steps.outputFrom) {
            steps.output = output;
            steps.outputFrom = span.endEpochNanos();
        }
        if (traces.size() > MOST_TRACES) {
            Iterator<Long> oldest = traces.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static @Nullable String text(MappedSpan span, String key) {
        Object value = span.fields().get(key);
        return value == null || value.toString().length() > MOST_CHARS ? null : value.toString();
    }

    private static void put(Attributes fields, String key, @Nullable String value) {
        if (value != null) {
            fields.put(key, value);
        }
    }
}
