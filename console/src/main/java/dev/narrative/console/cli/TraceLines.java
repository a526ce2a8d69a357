package dev.narrative.console.cli;

import dev.narrative.console.export.SummaryJson;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.tree.Quantities;
import dev.narrative.model.tree.TerminalText;
import java.time.temporal.ChronoUnit;

/** Traces one by one, as lines that can't be aligned with those that come later. */
final class TraceLines {
    private final OutputFormat format;
    private final Shell shell;
    private boolean headed;

    TraceLines(OutputFormat format, Shell shell) {
        boolean plain = format == OutputFormat.table && !shell.terminal().interactive();
        this.format = plain ? OutputFormat.tsv : format;
        this.shell = shell;
    }

    void print(TraceSummary trace) {
        switch (format) {
            case json, jsonl -> {
                JsonWriter out = new JsonWriter(512);
                SummaryJson.write(trace, out);
                shell.out().println(out.text());
            }
            case tsv -> tsv(trace);
            case table, wide, md -> shell.out().println(line(trace));
        }
        shell.out().flush();
    }

    private void tsv(TraceSummary trace) {
        Listing<TraceSummary> listing = Listings.traces(shell);
        if (!headed) {
            listing.tsvHeader(shell);
            headed = true;
        }
        listing.tsvRow(trace, shell);
    }

    private String line(TraceSummary trace) {
        Terminal terminal = shell.terminal();
        String time = Shown.instant(trace.startNanos())
                .atZone(shell.clock().getZone())
                .toLocalTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String errors = trace.errors() > 0 ? "  " + terminal.errorSign() + " " + trace.errors() : "";
        String line = time + "  " + trace.id().toString().substring(0, 8) + "  " + TerminalText.clean(trace.name())
                + "  "
                + Quantities.duration(trace.durationNanos(), terminal.ascii()) + "  " + trace.spans() + " spans  "
                + Shown.tokens(trace.inputTokens(), trace.outputTokens(), terminal) + "  " + Shown.cost(trace.cost())
                + errors;
        String fitted = TerminalText.fit(line, terminal.width(), terminal.ellipsis());
        return trace.errors() > 0 ? terminal.red(fitted) : fitted;
    }
}
