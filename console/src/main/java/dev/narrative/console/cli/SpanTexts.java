package dev.narrative.console.cli;

import dev.narrative.console.analysis.TreeOrder;
import dev.narrative.console.export.AttributeTexts;
import dev.narrative.console.export.SpanErrors;
import dev.narrative.console.export.TraceJson;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.tree.Quantities;
import dev.narrative.model.tree.TerminalText;
import java.util.List;
import java.util.Locale;

/** Spans as text for people, a block each. */
final class SpanTexts {
    private final Shell shell;
    private final Terminal terminal;

    SpanTexts(Shell shell) {
        this.shell = shell;
        terminal = shell.terminal();
    }

    /** What went into the spans and came out. */
    void contents(List<JournalSpan> spans) {
        boolean any = false;
        for (TreeOrder.Place<JournalSpan> place : TreeOrder.<JournalSpan>of(spans)) {
            SpanFacts facts = SpanFacts.of(place.span());
            if (!facts.input().isEmpty() || !facts.output().isEmpty()) {
                title(place.span());
                block("in ", facts.input());
                block("out", facts.output());
                any = true;
            }
        }
        if (!any) {
            shell.hint("no span of the trace has inputs or outputs; rules capture them, and narrative.llm.content"
                    + " keeps those of model calls");
        }
    }

    /** The spans that failed. */
    void errors(List<JournalSpan> spans) {
        boolean any = false;
        for (TreeOrder.Place<JournalSpan> place : TreeOrder.<JournalSpan>of(spans)) {
            if (place.span().status() == StatusCode.ERROR) {
                title(place.span());
                block("", SpanErrors.text(place.span()));
                any = true;
            }
        }
        if (!any) {
            shell.hint("no span of the trace failed");
        }
    }

    /** Everything that is known of a span. */
    void whole(JournalSpan span, OutputFormat format) {
        if (format == OutputFormat.json || format == OutputFormat.jsonl) {
            JsonWriter out = new JsonWriter(4_096);
            TraceJson.write(span, out);
            shell.out().println(out.text());
            return;
        }
        title(span);
        field("trace", Ids.traceId(span.traceIdHigh(), span.traceIdLow()));
        field("span", Ids.spanId(span.spanId()));
        if (span.parentSpanId() != 0) {
            field("parent", Ids.spanId(span.parentSpanId()));
        }
        field("service", span.resource().serviceName());
        field("scope", span.scope());
        field("kind", span.kind().name().toLowerCase(Locale.ROOT));
        field("start", Shown.instant(span.startEpochNanos()).toString());
        span.visitAttributes(new AttributeTexts(this::field));
        for (SpanEvent event : span.events()) {
            shell.out()
                    .println("  " + terminal.bold("event " + TerminalText.clean(event.name())) + "  "
                            + Shown.instant(event.epochNanos()));
            event.attributes().visit(new AttributeTexts((key, value) -> field("  " + key, value)));
        }
    }

    private void title(JournalSpan span) {
        boolean ended = span.state() == SpanState.ENDED;
        String duration = ended
                ? Quantities.duration(span.endEpochNanos() - span.startEpochNanos(), terminal.ascii())
                : span.state().name().toLowerCase(Locale.ROOT);
        String name = TerminalText.fit(TerminalText.clean(span.name()), Terminal.PIPE_WIDTH, terminal.ellipsis());
        boolean failed = span.status() == StatusCode.ERROR;
        String head = name + "  " + duration + (failed ? "  " + terminal.errorSign() : "");
        shell.out().println(failed ? terminal.red(head) : terminal.bold(head));
    }

    private void field(String name, String value) {
        if (value.indexOf('\n') >= 0) {
            shell.out().println("  " + terminal.cyan(TerminalText.clean(name)));
            block("  ", value);
        } else if (!value.isEmpty()) {
            shell.out().println("  " + terminal.cyan(TerminalText.clean(name)) + " = " + TerminalText.clean(value));
        }
    }

    /** Text of several lines, each behind a label. */
    private void block(String label, String text) {
        String lead = "  " + (label.isBlank() ? label : label + " ");
        if (!text.isEmpty()) {
            // A tab is kept as a blank, so that frames stand as Java prints them.
            text.lines().forEach(line -> shell.out().println(terminal.dim(lead) + TerminalText.clean(line)));
        }
    }
}
