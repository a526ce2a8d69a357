package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.Bounded;
import dev.narrative.console.store.DurationBuckets;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.sql.SpanRow;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes the rows of spans, and of what is kept besides of calls and of spans with something to search in. */
final class SpanRows implements AutoCloseable {
    private final Words words;
    private final PreparedStatement insertSpan;
    private final PreparedStatement insertCall;
    private final PreparedStatement insertText;
    private boolean calls;
    private boolean texts;

    SpanRows(Connection connection, Words words) throws SQLException {
        this.words = words;
        insertSpan = connection.prepareStatement("INSERT OR IGNORE INTO spans VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        insertCall = connection.prepareStatement("INSERT INTO calls VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)");
        insertText = connection.prepareStatement(
                "INSERT INTO span_text(rowid, name, error, input, output) VALUES(?,?,?,?,?)");
    }

    /** Prepares the row of a span; {@link #flushSpans} writes it unless the trace has that span. */
    void add(SpanEntry entry, long id, long fileId, long position, int length) throws SQLException {
        JournalSpan span = entry.span();
        SpanFacts facts = entry.facts();
        boolean open = span.state() != SpanState.ENDED;
        insertSpan.setLong(1, id);
        insertSpan.setLong(2, entry.trace());
        insertSpan.setLong(3, span.spanId());
        insertSpan.setLong(4, span.parentSpanId());
        insertSpan.setLong(5, span.startEpochNanos());
        insertSpan.setLong(6, open ? -1 : duration(span));
        insertSpan.setLong(7, words.id(span.name()));
        insertSpan.setLong(8, words.id(span.resource().serviceName()));
        Sql.set(insertSpan, 9, words.idOfNullable(facts.type()));
        Sql.set(insertSpan, 10, words.idOfNullable(span.status() == StatusCode.ERROR ? facts.errorName() : null));
        insertSpan.setInt(11, SpanRow.flags(span));
        insertSpan.setInt(12, SpanRow.number(span.state()));
        insertSpan.setLong(13, fileId);
        insertSpan.setLong(14, position);
        insertSpan.setInt(15, length);
        insertSpan.addBatch();
    }

    /** Writes the prepared rows; tells of each whether it was written, 1, or was there already, 0. */
    int[] flushSpans() throws SQLException {
        return insertSpan.executeBatch();
    }

    /** Prepares what is kept of a span besides its row. */
    void addBesides(SpanEntry entry, long id) throws SQLException {
        if (entry.span().state() != SpanState.ENDED) {
            return;
        }
        if (entry.facts().isCall()) {
            addCall(entry, id);
        }
        addText(entry, id);
    }

    void flushBesides() throws SQLException {
        if (calls) {
            insertCall.executeBatch();
        }
        if (texts) {
            insertText.executeBatch();
        }
        calls = false;
        texts = false;
    }

    void clear() throws SQLException {
        insertSpan.clearBatch();
        insertCall.clearBatch();
        insertText.clearBatch();
        calls = false;
        texts = false;
    }

    @Override
    public void close() throws SQLException {
        insertSpan.close();
        insertCall.close();
        insertText.close();
    }

    private void addCall(SpanEntry entry, long id) throws SQLException {
        JournalSpan span = entry.span();
        SpanFacts facts = entry.facts();
        boolean used = facts.inputTokens() > 0 || facts.outputTokens() > 0;
        insertCall.setLong(1, id);
        insertCall.setLong(2, entry.trace());
        insertCall.setLong(3, span.startEpochNanos());
        Sql.set(insertCall, 4, words.idOfNullable(facts.model()));
        Sql.set(insertCall, 5, words.idOfNullable(facts.operation()));
        insertCall.setLong(6, words.id(span.resource().serviceName()));
        insertCall.setInt(7, span.status() == StatusCode.ERROR ? 1 : 0);
        insertCall.setLong(8, facts.inputTokens());
        insertCall.setLong(9, facts.outputTokens());
        Sql.set(insertCall, 10, facts.cost());
        insertCall.setInt(11, used && facts.cost() == null ? 1 : 0);
        insertCall.setInt(12, DurationBuckets.bucketOf(duration(span)));
        long first = facts.firstTokenNanos();
        Sql.set(insertCall, 13, first < 0 ? null : Long.valueOf(DurationBuckets.bucketOf(first)));
        insertCall.addBatch();
        calls = true;
    }

    /** A span that has only a name is found by it among the words. */
    private void addText(SpanEntry entry, long id) throws SQLException {
        SpanFacts facts = entry.facts();
        String error = facts.errorText();
        String input = facts.input();
        String output = facts.output();
        if (error.isEmpty() && input.isEmpty() && output.isEmpty()) {
            return;
        }
        insertText.setLong(1, id);
        insertText.setString(2, Bounded.text(entry.span().name(), Bounded.SEARCHED));
        insertText.setString(3, Bounded.text(error, Bounded.SEARCHED));
        insertText.setString(4, Bounded.text(input, Bounded.SEARCHED));
        insertText.setString(5, Bounded.text(output, Bounded.SEARCHED));
        insertText.addBatch();
        texts = true;
    }

    /** Never negative: clocks that were set back give spans that end before they start. */
    static long duration(JournalSpan span) {
        return Math.max(0, span.endEpochNanos() - span.startEpochNanos());
    }
}
