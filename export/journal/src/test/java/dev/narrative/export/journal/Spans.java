package dev.narrative.export.journal;

import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.util.List;

/** Plain spans for tests. */
final class Spans {
    static final Resource RESOURCE = new Resource("shop", new Attributes());

    private Spans() {}

    static JournalSpan ended(String name, long trace, long id, long parent) {
        return span(name, trace, id, parent, false, 2_000_000 + id);
    }

    static JournalSpan open(String name, long id) {
        return span(name, 1, id, 0, false, 0);
    }

    static JournalSpan span(String name, long trace, long id, long parent, boolean remoteParent, long end) {
        return new JournalSpan(
                trace,
                trace,
                id,
                parent,
                remoteParent,
                name,
                SpanKind.INTERNAL,
                1_000_000 + id,
                end,
                StatusCode.UNSET,
                null,
                "test",
                null,
                new Attributes(),
                List.of(),
                RESOURCE,
                end == 0 ? SpanState.RUNNING : SpanState.ENDED);
    }
}
