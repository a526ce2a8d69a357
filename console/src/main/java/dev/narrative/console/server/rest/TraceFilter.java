package dev.narrative.console.server.rest;

import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.query.TraceCursor;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.query.Where;
import dev.narrative.console.server.http.Params;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which traces a request is about: the parameters have the names and the meaning of the command line's options. */
final class TraceFilter {
    private final Params params;
    private final Clock clock;

    TraceFilter(Context ctx, Clock clock) {
        params = new Params(ctx);
        this.clock = clock;
    }

    TraceQuery query(int limit) {
        TraceCursor after = params.parsed("cursor", TraceCursor::parse);
        return new TraceQuery(conditions(), params.text("text"), sinceNanos(), untilNanos(), limit, after);
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        add("session", TraceField.SESSION, Comparison.EQUAL, conditions);
        add("story", TraceField.STORY, Comparison.EQUAL, conditions);
        add("user", TraceField.USER, Comparison.EQUAL, conditions);
        add("model", TraceField.MODEL, Comparison.EQUAL, conditions);
        add("service", TraceField.SERVICE, Comparison.EQUAL, conditions);
        add("status", TraceField.STATUS, Comparison.EQUAL, conditions);
        add("name", TraceField.NAME, Comparison.CONTAINS, conditions);
        add("minDuration", TraceField.DURATION, Comparison.AT_LEAST, conditions);
        add("minCost", TraceField.COST, Comparison.AT_LEAST, conditions);
        List<Condition> where = params.parsed("where", Where::parse);
        if (where != null) {
            conditions.addAll(where);
        }
        return conditions;
    }

    long sinceNanos() {
        return moment("since", Long.MIN_VALUE);
    }

    long untilNanos() {
        return moment("until", Long.MAX_VALUE);
    }

    private long moment(String name, long otherwise) {
        // A machine reads the answers: days are UTC's, wherever the console runs.
        @Nullable
        Long moment = params.parsed(name, text -> TimeText.momentNanos(text, clock.instant(), ZoneOffset.UTC));
        return moment == null ? otherwise : moment;
    }

    private void add(String name, TraceField field, Comparison comparison, List<Condition> conditions) {
        Condition condition = params.parsed(name, value -> Where.condition(field, comparison, value));
        if (condition != null) {
            conditions.add(condition);
        }
    }
}
