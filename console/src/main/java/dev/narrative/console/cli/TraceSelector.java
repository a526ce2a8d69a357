package dev.narrative.console.cli;

import dev.narrative.console.analysis.GivenScore;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import java.util.List;

/** Finds the trace that a person names: by its id, by a beginning that no other id has, or as {@code @last}. */
final class TraceSelector {
    private static final String LAST = "@last";
    private static final int SHOWN = 5;
    private static final int LOOKED_AT = 100;

    private TraceSelector() {}

    static TraceSummary select(String named, TraceQueries traces) {
        if (named.equals(LAST)) {
            return traces.traces(TraceQuery.latest(LOOKED_AT)).traces().stream()
                    .filter(trace -> !isSessionScore(trace, traces))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(ExitCodes.NOT_FOUND, "there is no trace yet"));
        }
        // As people copy ids: also as a UUID.
        String digits = named.replace("-", "");
        if (!TraceId.isPrefix(digits)) {
            throw new CommandFailure(
                    ExitCodes.USAGE, "'" + named + "' is no trace id; give hex digits of one, or " + LAST);
        }
        List<TraceId> found = traces.startingWith(digits, SHOWN + 1);
        if (found.isEmpty()) {
            throw new CommandFailure(ExitCodes.NOT_FOUND, "there is no trace " + named);
        }
        if (found.size() > 1) {
            throw new CommandFailure(
                    ExitCodes.USAGE,
                    "several traces begin with " + named + ": "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .limit(SHOWN)
                                            .map(TraceId::toString)
                                            .toList())
                            + (found.size() > SHOWN ? " …" : ""));
        }
        return traces.trace(found.get(0))
                .orElseThrow(() -> new CommandFailure(ExitCodes.NOT_FOUND, "the trace " + named + " has just gone"));
    }

    /** A session's score stands in a trace of its own, which nobody means by the last one. */
    private static boolean isSessionScore(TraceSummary trace, TraceQueries traces) {
        return trace.spans() == 1
                && trace.name().startsWith(ScoreEvents.SPAN_NAME)
                && GivenScore.of(traces.scored(trace.id())).stream()
                        .anyMatch(given -> given.target().equals(ScoreTarget.OfSession.TEXT));
    }
}
