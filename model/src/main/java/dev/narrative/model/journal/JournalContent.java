package dev.narrative.model.journal;

import java.util.List;

/** What a journal holds: the ended spans in the order of the files, then the open ones; and what was unreadable. */
public record JournalContent(List<JournalSpan> spans, List<JournalProblem> problems) {
    public JournalContent {
        spans = List.copyOf(spans);
        problems = List.copyOf(problems);
    }
}
