package dev.narrative.console.cli;

import dev.narrative.console.analysis.CriticalPath;
import dev.narrative.console.export.TraceJson;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.tree.Quantities;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Spans of a trace as rows. */
final class SpanListings {
    private SpanListings() {}

    /** Spans with their time after the trace's start. */
    static Listing<JournalSpan> timeline(TraceSummary trace, Shell shell) {
        Terminal terminal = shell.terminal();
        return new Listing<>(
                "spans",
                List.of(
                        Column.number(
                                "offset_ms",
                                "AT",
                                span -> Quantities.duration(
                                        span.startEpochNanos() - trace.startNanos(), terminal.ascii()),
                                span -> Shown.millis(span.startEpochNanos() - trace.startNanos())),
                        Column.number(
                                "duration_ms",
                                "DUR",
                                span -> ended(span)
                                        ? Quantities.duration(duration(span), terminal.ascii())
                                        : terminal.ellipsis(),
                                span -> ended(span) ? Shown.millis(duration(span)) : ""),
                        Column.text("span", "SPAN", SpanListings::id, SpanListings::id),
                        Column.flexible("name", "NAME", JournalSpan::name),
                        Column.flexible(
                                "service", "SERVICE", span -> span.resource().serviceName()),
                        Column.flexible("status", "STATUS", SpanListings::status),
                        Column.flexible(
                                "model", "MODEL", span -> SpanFacts.of(span).model())),
                TraceJson::write,
                span -> span.status() == StatusCode.ERROR);
    }

    static void critical(TraceSummary trace, List<JournalSpan> spans, OutputFormat format, Shell shell) {
        List<CriticalPath.Step<JournalSpan>> steps = CriticalPath.of(spans);
        if (steps.isEmpty()) {
            shell.hint("nothing of the trace has ended yet");
        }
        long total = steps.stream().mapToLong(CriticalPath.Step::nanos).sum();
        criticalListing(total, trace, shell).write(steps, "", format, shell);
    }

    private static Listing<CriticalPath.Step<JournalSpan>> criticalListing(
            long total, TraceSummary trace, Shell shell) {
        Terminal terminal = shell.terminal();
        return new Listing<>(
                "steps",
                List.of(
                        Column.number(
                                "path_ms",
                                "ON PATH",
                                step -> Quantities.duration(step.nanos(), terminal.ascii()),
                                step -> Shown.millis(step.nanos())),
                        Column.number(
                                "path_percent",
                                "%",
                                step -> Shown.percent(part(step.nanos(), total)),
                                step -> Shown.percent(part(step.nanos(), total))),
                        Column.number(
                                "offset_ms",
                                "AT",
                                step -> Quantities.duration(
                                        step.span().startEpochNanos() - trace.startNanos(), terminal.ascii()),
                                step -> Shown.millis(step.span().startEpochNanos() - trace.startNanos())),
                        Column.text("span", "SPAN", step -> id(step.span()), step -> id(step.span())),
                        Column.flexible("name", "NAME", step -> step.span().name()),
                        Column.flexible("service", "SERVICE", step -> step.span()
                                .resource()
                                .serviceName())),
                (step, out) -> {
                    out.beginObject();
                    out.name("spanId").value(id(step.span()));
                    out.name("name").value(step.span().name());
                    out.name("service").value(step.span().resource().serviceName());
                    out.name("pathMs").value(BigDecimal.valueOf(step.nanos(), 6).doubleValue());
                    out.endObject();
                },
                step -> step.span().status() == StatusCode.ERROR);
    }

    private static double part(long part, long total) {
        return total == 0 ? 0 : (double) part / total;
    }

    private static String id(JournalSpan span) {
        return Ids.spanId(span.spanId());
    }

    private static String status(JournalSpan span) {
        if (!ended(span)) {
            return span.state().name().toLowerCase(Locale.ROOT);
        }
        String error = SpanFacts.of(span).errorType();
        return span.status() == StatusCode.ERROR ? (error == null ? "error" : error) : "ok";
    }

    private static boolean ended(JournalSpan span) {
        return span.state() == SpanState.ENDED;
    }

    private static long duration(JournalSpan span) {
        return Math.max(0, span.endEpochNanos() - span.startEpochNanos());
    }
}
