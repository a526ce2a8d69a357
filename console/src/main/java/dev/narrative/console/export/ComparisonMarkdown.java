package dev.narrative.console.export;

import dev.narrative.console.analysis.ComparedSpan;
import dev.narrative.console.analysis.TextDiff;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.tree.Quantities;
import java.util.List;

/** What a report of two traces has besides its table. */
public final class ComparisonMarkdown {
    private static final int CONTEXT = 80;
    private static final int LONGEST = 1_000;

    private ComparisonMarkdown() {}

    /** What was compared. */
    public static String head(TraceSummary before, TraceSummary after) {
        StringBuilder text = new StringBuilder("# ").append(MarkdownText.inline(after.name()));
        text.append(" compared\n\n| | Trace | Start | Duration | Tokens in | out | Cost | Errors |\n");
        text.append("|---|---|---|---:|---:|---:|---:|---:|\n");
        row("Before", before, text);
        row("After", after, text);
        return text.append('\n').toString();
    }

    /** Where inputs and outputs differ. */
    public static String texts(List<ComparedSpan> spans) {
        StringBuilder text = new StringBuilder();
        for (ComparedSpan span : spans) {
            ComparedSpan.Side before = span.before();
            ComparedSpan.Side after = span.after();
            if (before != null && after != null) {
                diff(after, "Input", before.facts().input(), after.facts().input(), text);
                diff(after, "Output", before.facts().output(), after.facts().output(), text);
            }
        }
        return text.length() == 0 ? "" : "\n## Inputs and outputs\n" + text;
    }

    private static void row(String which, TraceSummary trace, StringBuilder text) {
        Double cost = trace.cost();
        text.append("| ").append(which).append(" | `").append(trace.id()).append("` | ");
        text.append(SummaryJson.moment(trace.startNanos())).append(" | ");
        text.append(Quantities.duration(trace.durationNanos(), false)).append(" | ");
        text.append(trace.inputTokens())
                .append(" | ")
                .append(trace.outputTokens())
                .append(" | ");
        text.append(cost == null ? "" : Quantities.cost(cost)).append(" | ");
        text.append(trace.errors()).append(" |\n");
    }

    private static void diff(ComparedSpan.Side span, String what, String before, String after, StringBuilder text) {
        if (before.equals(after)) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (TextDiff.Part part : TextDiff.brief(TextDiff.of(before, after), CONTEXT, LONGEST)) {
            String sign =
                    switch (part.kind()) {
                        case SAME -> "  ";
                        case REMOVED -> "- ";
                        case ADDED -> "+ ";
                    };
            part.text().lines().forEach(line -> lines.append(sign).append(line).append('\n'));
        }
        text.append("\n### ").append(MarkdownText.inline(span.span().name())).append('\n');
        text.append(what)
                .append('\n')
                .append(MarkdownText.fenced("diff", lines.toString().stripTrailing()));
    }
}
