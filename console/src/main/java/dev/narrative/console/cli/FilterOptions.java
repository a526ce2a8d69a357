package dev.narrative.console.cli;

import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.query.TraceCursor;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.query.Where;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which traces a command is about. */
final class FilterOptions {
    @Option(names = "--session", paramLabel = "ID", description = "Of this session; * stands for any characters.")
    private @Nullable String session;

    @Option(names = "--story", paramLabel = "ID", description = "Of this story.")
    private @Nullable String story;

    @Option(names = "--user", paramLabel = "ID", description = "Of this user.")
    private @Nullable String user;

    @Option(names = "--model", paramLabel = "NAME", description = "With a call of this model, as gpt-4o*.")
    private @Nullable String model;

    @Option(names = "--service", paramLabel = "NAME", description = "That began in this service.")
    private @Nullable String service;

    @Option(names = "--status", paramLabel = "STATUS", description = "ok, error, running or interrupted.")
    private @Nullable String status;

    @Option(names = "--name", paramLabel = "NAME", description = "Whose root has this in its name.")
    private @Nullable String name;

    @Option(
            names = "--text",
            paramLabel = "WORDS",
            description = "With a span that has all these words in its name, error, input or output; word* for"
                    + " beginnings, \"…\" for phrases.")
    private @Nullable String text;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Begun since then: 1h (ago), 2026-11-21, or ISO 8601.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "WHEN", description = "Begun before then.")
    private @Nullable String until;

    @Option(names = "--min-duration", paramLabel = "TIME", description = "Of at least this duration: 250ms, 1.5s, 2m.")
    private @Nullable String minDuration;

    @Option(names = "--min-cost", paramLabel = "USD", description = "Of at least this cost.")
    private @Nullable String minCost;

    @Option(
            names = "--where",
            paramLabel = "CONDITIONS",
            description = "All of these: field, one of = != < <= > >= ~, value, as in 'model=gpt-4o cost>0.01"
                    + " status=error'. Fields: session, story, user, model, name, service, status, duration, cost,"
                    + " tokens, spans, errors.")
    private @Nullable String where;

    TraceQuery query(int limit, @Nullable TraceCursor after, Shell shell) {
        return new TraceQuery(conditions(), text, sinceNanos(shell), untilNanos(shell), limit, after);
    }

    boolean hasText() {
        return text != null;
    }

    long sinceNanos(Shell shell) {
        return since == null ? Long.MIN_VALUE : moment(since, shell);
    }

    long untilNanos(Shell shell) {
        return until == null ? Long.MAX_VALUE : moment(until, shell);
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        add(TraceField.SESSION, Comparison.EQUAL, session, conditions);
        add(TraceField.STORY, Comparison.EQUAL, story, conditions);
        add(TraceField.USER, Comparison.EQUAL, user, conditions);
        add(TraceField.MODEL, Comparison.EQUAL, model, conditions);
        add(TraceField.SERVICE, Comparison.EQUAL, service, conditions);
        add(TraceField.STATUS, Comparison.EQUAL, status, conditions);
        add(TraceField.NAME, Comparison.CONTAINS, name, conditions);
        add(TraceField.DURATION, Comparison.AT_LEAST, minDuration, conditions);
        add(TraceField.COST, Comparison.AT_LEAST, minCost, conditions);
        if (where != null) {
            conditions.addAll(Where.parse(where));
        }
        return conditions;
    }

    private static void add(
            TraceField field, Comparison comparison, @Nullable String value, List<Condition> conditions) {
        if (value != null) {
            conditions.add(Where.condition(field, comparison, value));
        }
    }

    private static long moment(String text, Shell shell) {
        return TimeText.momentNanos(text, shell.clock().instant(), shell.clock().getZone());
    }
}
