package dev.narrative.console.store;

import java.util.List;

/** What was read from the journal since the last batch; a store takes it as a whole or not at all. */
public record SpanBatch(List<LocatedSpan> spans, List<FileProgress> progress, List<LineProblem> problems) {
    public SpanBatch {
        spans = List.copyOf(spans);
        progress = List.copyOf(progress);
        problems = List.copyOf(problems);
    }
}
