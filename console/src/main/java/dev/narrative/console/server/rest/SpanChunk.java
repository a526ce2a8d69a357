package dev.narrative.console.server.rest;

import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonWriter;
import java.util.List;

/** A part of a trace's spans, so that a large trace need not come at once. */
record SpanChunk(List<JournalSpan> spans, int from, int total) {
    private static final int USUAL = 500;
    private static final int MOST = 20_000;

    static SpanChunk of(List<JournalSpan> all, Params params) {
        int limit = params.count("limit", USUAL, MOST);
        Integer cursor = params.parsed("cursor", SpanChunk::position);
        int from = cursor == null ? 0 : cursor;
        if (from > all.size()) {
            throw Problem.badRequest("the cursor is behind the trace's end; take it from the chunk before as it is");
        }
        return new SpanChunk(all.subList(from, (int) Math.min(all.size(), (long) from + limit)), from, all.size());
    }

    boolean isWhole() {
        return spans.size() == total;
    }

    /** Writes where the next chunk goes on, where there is one. */
    void writeNext(JsonWriter out) {
        int next = from + spans.size();
        if (next < total) {
            out.name("next").value("s" + next);
        }
    }

    private static Integer position(String cursor) {
        try {
            int position = cursor.startsWith("s") ? Integer.parseInt(cursor.substring(1)) : -1;
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("'" + cursor + "' is no cursor; take it from the chunk before as it is");
    }
}
