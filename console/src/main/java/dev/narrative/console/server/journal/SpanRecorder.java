package dev.narrative.console.server.journal;

import dev.narrative.console.record.SpanMasking;
import dev.narrative.model.Resource;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.json.JsonWriter;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes single spans that the console itself makes to its journal: masked, and on disk when the call returns. */
public final class SpanRecorder {
    private final ReceivedJournal journal;

    public SpanRecorder(ReceivedJournal journal) {
        this.journal = journal;
    }

    public void record(JournalSpan span) {
        Resource resource = SpanMasking.masked(span.resource());
        JsonWriter out = new JsonWriter(1_024);
        new OtlpJsonEncoder(resource).encode(List.of(SpanMasking.masked(span, resource)), out);
        journal.write(List.of(ByteBuffer.wrap(out.buffer(), 0, out.size())));
    }
}
