package dev.narrative.console.cli;

import dev.narrative.console.export.SummaryJson;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.TraceStatus;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.StatsRow;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.tree.Quantities;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The listings of the commands: which columns they have. */
final class Listings {
    private static final int SHORT_ID = 8;

    private Listings() {}

    static Listing<TraceSummary> traces(Shell shell) {
        Terminal terminal = shell.terminal();
        Instant now = shell.clock().instant();
        return new Listing<>(
                "traces",
                List.of(
                        Column.text(
                                "trace",
                                "TRACE",
                                trace -> trace.id().toString().substring(0, SHORT_ID),
                                trace -> trace.id().toString()),
                        Column.number(
                                "start", "AGE", trace -> Shown.age(trace.startNanos(), now), trace -> Shown.instant(
                                                trace.startNanos())
                                        .toString()),
                        Column.flexible("session", "SESSION", TraceSummary::session),
                        Column.flexible("root", "ROOT", TraceSummary::name),
                        Column.number("spans", "SPANS", trace -> trace.spans() + "", trace -> trace.spans() + ""),
                        Column.number(
                                "duration_ms",
                                "DUR",
                                trace -> duration(trace, terminal),
                                trace -> Shown.millis(trace.durationNanos())),
                        Column.number(
                                "input_tokens",
                                "TOKENS",
                                trace -> Shown.tokens(trace.inputTokens(), trace.outputTokens(), terminal),
                                trace -> trace.inputTokens() + ""),
                        tokensOut(),
                        Column.number(
                                "cost",
                                "COST",
                                trace -> Shown.cost(trace.cost()),
                                trace -> Shown.plainCost(trace.cost())),
                        Column.text("status", "STATUS", trace -> status(trace, terminal), trace -> trace.status()
                                .word()),
                        Column.<TraceSummary>number(
                                        "errors", "ERRORS", trace -> trace.errors() + "", trace -> trace.errors() + "")
                                .onlyWide(),
                        Column.<TraceSummary>flexible("service", "SERVICE", TraceSummary::service)
                                .onlyWide(),
                        Column.<TraceSummary>flexible("story", "STORY", TraceSummary::story)
                                .onlyWide(),
                        Column.<TraceSummary>flexible("user", "USER", TraceSummary::user)
                                .onlyWide()),
                SummaryJson::write,
                trace -> trace.errors() > 0);
    }

    static Listing<SessionSummary> sessions(Shell shell) {
        Terminal terminal = shell.terminal();
        Instant now = shell.clock().instant();
        return new Listing<>(
                "sessions",
                List.of(
                        Column.flexible("session", "SESSION", SessionSummary::id),
                        Column.number(
                                "end", "AGE", session -> Shown.age(session.endNanos(), now), session -> Shown.instant(
                                                session.endNanos())
                                        .toString()),
                        Column.number(
                                "traces", "TRACES", session -> session.traces() + "", session -> session.traces() + ""),
                        Column.number(
                                "spans", "SPANS", session -> session.spans() + "", session -> session.spans() + ""),
                        Column.number(
                                "errors",
                                "ERRORS",
                                session -> Shown.count(session.errors()),
                                session -> session.errors() + ""),
                        Column.number(
                                "input_tokens",
                                "TOKENS",
                                session -> Shown.tokens(session.inputTokens(), session.outputTokens(), terminal),
                                session -> session.inputTokens() + ""),
                        Column.<SessionSummary>number(
                                        "output_tokens",
                                        "OUTPUT",
                                        session -> Shown.count(session.outputTokens()),
                                        session -> session.outputTokens() + "")
                                .onlyWide(),
                        Column.number(
                                "cost",
                                "COST",
                                session -> Shown.cost(session.cost()),
                                session -> Shown.plainCost(session.cost())),
                        Column.flexible("user", "USER", SessionSummary::user),
                        Column.flexible("story", "STORY", SessionSummary::story),
                        Column.<SessionSummary>text(
                                        "start",
                                        "START",
                                        session -> Shown.instant(session.startNanos())
                                                .toString(),
                                        session -> Shown.instant(session.startNanos())
                                                .toString())
                                .onlyWide()),
                SummaryJson::write,
                session -> session.errors() > 0);
    }

    static Listing<StatsRow> stats(StatsBy by, Shell shell) {
        Terminal terminal = shell.terminal();
        String key = by.name().toLowerCase(Locale.ROOT);
        return new Listing<>(
                "stats",
                List.of(
                        Column.flexible(key, by.name(), StatsRow::key),
                        Column.number("calls", "CALLS", row -> row.calls() + "", row -> row.calls() + ""),
                        Column.number("errors", "ERRORS", row -> Shown.count(row.errors()), row -> row.errors() + ""),
                        Column.number(
                                "input_tokens",
                                "TOKENS",
                                row -> Shown.tokens(row.inputTokens(), row.outputTokens(), terminal),
                                row -> row.inputTokens() + ""),
                        Column.<StatsRow>number(
                                        "output_tokens",
                                        "OUTPUT",
                                        row -> Shown.count(row.outputTokens()),
                                        row -> row.outputTokens() + "")
                                .onlyWide(),
                        Column.number(
                                "cost", "COST", row -> Shown.cost(row.cost()), row -> Shown.plainCost(row.cost())),
                        Column.number(
                                "unpriced", "UNPRICED", row -> Shown.count(row.unpriced()), row -> row.unpriced() + ""),
                        duration("p50_ms", "P50", terminal, StatsRow::p50),
                        duration("p95_ms", "P95", terminal, StatsRow::p95),
                        duration("p99_ms", "P99", terminal, StatsRow::p99),
                        duration(
                                "first_token_ms",
                                "FIRST TOKEN",
                                terminal,
                                row -> row.firstToken() == null ? -1 : row.firstToken())),
                SummaryJson::write,
                row -> false);
    }

    private static Column<TraceSummary> tokensOut() {
        return Column.<TraceSummary>number(
                        "output_tokens",
                        "OUTPUT",
                        trace -> Shown.count(trace.outputTokens()),
                        trace -> trace.outputTokens() + "")
                .onlyWide();
    }

    /** A time of a row in nanoseconds, below 0 where there is none. */
    private interface Nanos {
        long of(StatsRow row);
    }

    private static Column<StatsRow> duration(String name, String header, Terminal terminal, Nanos nanos) {
        return Column.number(
                name,
                header,
                row -> nanos.of(row) < 0 ? Shown.NOTHING : Quantities.duration(nanos.of(row), terminal.ascii()),
                row -> nanos.of(row) < 0 ? "" : Shown.millis(nanos.of(row)));
    }

    private static String duration(TraceSummary trace, Terminal terminal) {
        boolean open = trace.status() == TraceStatus.RUNNING && trace.durationNanos() == 0;
        return open ? terminal.ellipsis() : Quantities.duration(trace.durationNanos(), terminal.ascii());
    }

    private static String status(TraceSummary trace, Terminal terminal) {
        String open =
                switch (trace.status()) {
                    case RUNNING, INTERRUPTED -> trace.status().word();
                    case ERROR, OK -> "";
                };
        String errors = trace.errors() > 0 ? terminal.errorSign() + " " + trace.errors() : "";
        if (open.isEmpty()) {
            return errors.isEmpty() ? "ok" : errors;
        }
        return errors.isEmpty() ? open : open + " " + errors;
    }
}
