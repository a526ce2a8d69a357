package dev.narrative.console.store;

import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of traces. */
public interface TraceQueries {
    TracePage traces(TraceQuery query);

    Optional<TraceSummary> trace(TraceId id);

    /** Traces whose ids begin with these hex digits, at most {@code limit}, in the order of their ids. */
    List<TraceId> startingWith(String prefix, int limit);

    /**
     * The spans of a trace without their contents: ids, names, times, status, error, and of attributes session, story,
     * user, type, model, tokens and cost. Empty where there is no such trace.
     */
    List<JournalSpan> outline(TraceId id);

    /** The spans of a trace with everything that is known of them; what is lost by now is as in the outline. */
    List<JournalSpan> spans(TraceId id);

    /** Of the spans of a trace those that carry a score, with everything that is known of them. */
    default List<JournalSpan> scored(TraceId id) {
        return spans(id).stream().filter(SpanFacts::isScored).toList();
    }

    /** A span with everything that is known of it. */
    Optional<JournalSpan> span(SpanKey key);

    SessionPage sessions(SessionQuery query);

    Optional<SessionSummary> session(String id);

    /** Model calls in groups: hours in their order, all else by cost and then by calls, the most first. */
    List<StatsRow> stats(StatsQuery query);

    /** What was called in traces; those that called nothing are left out. */
    Map<TraceId, TraceCalls> calls(List<TraceId> traces);

    /** A number that grows with every change to a trace. */
    long lastChange();

    /** Traces that changed after that number was told, those first whose last change was first. */
    List<TraceSummary> changedAfter(long change);

    /** Where consoles that share a store keep what is held; empty where each journal keeps its own. */
    default Optional<StoredHolds> holds() {
        return Optional.empty();
    }
}
