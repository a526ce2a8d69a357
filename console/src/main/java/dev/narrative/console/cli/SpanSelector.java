package dev.narrative.console.cli;

import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import java.util.List;
import java.util.Locale;

/** Finds the span of a trace that a person names by the beginning of its id. */
final class SpanSelector {
    private SpanSelector() {}

    static JournalSpan select(String named, TraceSummary trace, TraceQueries traces) {
        String prefix = named.toLowerCase(Locale.ROOT);
        List<JournalSpan> found = traces.outline(trace.id()).stream()
                .filter(span -> Ids.spanId(span.spanId()).startsWith(prefix))
                .toList();
        if (found.isEmpty()) {
            throw new CommandFailure(ExitCodes.NOT_FOUND, "the trace " + trace.id() + " has no span " + named);
        }
        if (found.size() > 1) {
            throw new CommandFailure(
                    ExitCodes.USAGE, found.size() + " spans of the trace begin with '" + named + "'; give more digits");
        }
        return traces.span(SpanKey.of(found.get(0))).orElse(found.get(0));
    }
}
