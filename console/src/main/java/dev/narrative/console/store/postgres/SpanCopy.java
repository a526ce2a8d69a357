package dev.narrative.console.store.postgres;

import dev.narrative.console.store.Bounded;
import dev.narrative.console.store.DurationBuckets;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.sql.CallTotals;
import dev.narrative.console.store.sql.SpanRow;
import dev.narrative.model.Resource;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the spans of a batch, and of the calls among them. */
final class SpanCopy {
    private static final int KEPT_BYTES = 64 * 1024;

    private final CopyRows spans = new CopyRows("spans(day, trace, span, parent, started, duration, name, service,"
            + " type, error, flags, state, file, words, content)");
    private final CopyRows calls = new CopyRows("calls(day, trace, span, started, model, operation, service, error,"
            + " unpriced, input, output, cost, bucket, first_bucket)");
    private final JsonWriter json = new JsonWriter(4_096);
    private final Map<Resource, OtlpJsonEncoder> encoders = new HashMap<>();

    void add(TraceHome trace, JournalSpan span, SpanFacts facts, long file) {
        boolean open = span.state() != SpanState.ENDED;
        boolean failed = span.status() == StatusCode.ERROR;
        json.reset(KEPT_BYTES);
        encoders.computeIfAbsent(span.resource(), OtlpJsonEncoder::new).encode(List.of(span), json);
        spans.plain(trace.day().toString())
                .number(trace.id())
                .number(span.spanId())
                .number(span.parentSpanId())
                .number(span.startEpochNanos())
                .number(open ? -1 : duration(span))
                .text(Bounded.text(span.name(), Bounded.NAME))
                .text(Bounded.text(span.resource().serviceName(), Bounded.NAME))
                .text(known(facts.type()))
                .text(failed ? known(facts.errorName()) : null)
                .number(SpanRow.flags(span))
                .number(SpanRow.number(span.state()))
                .number(file)
                .text(WordVector.of(span.name(), facts))
                .utf8(json.buffer(), json.size() - 1)
                .endRow();
        if (!open && facts.isCall()) {
            addCall(trace, span, facts, failed);
        }
    }

    void flush(Connection connection) throws SQLException {
        spans.flush(connection);
        calls.flush(connection);
    }

    private void addCall(TraceHome trace, JournalSpan span, SpanFacts facts, boolean failed) {
        CallTotals totals = CallTotals.of(facts, failed);
        calls.plain(trace.day().toString())
                .number(trace.id())
                .number(span.spanId())
                .number(span.startEpochNanos())
                .text(known(facts.model()))
                .text(known(facts.operation()))
                .text(Bounded.text(span.resource().serviceName(), Bounded.NAME))
                .number(totals.errors())
                .number(totals.unpriced())
                .number(totals.inputTokens())
                .number(totals.outputTokens())
                .decimal(facts.cost())
                .number(DurationBuckets.bucketOf(duration(span)));
        long firstToken = facts.firstTokenNanos();
        if (firstToken < 0) {
            calls.none();
        } else {
            calls.number(DurationBuckets.bucketOf(firstToken));
        }
        calls.endRow();
    }

    private static @Nullable String known(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Bounded.text(text, Bounded.NAME);
    }

    /** Never negative: clocks that were set back give spans that end before they start. */
    private static long duration(JournalSpan span) {
        return Math.max(0, span.endEpochNanos() - span.startEpochNanos());
    }
}
