package dev.narrative.console.export;

import dev.narrative.console.analysis.GivenScore;
import dev.narrative.console.analysis.TreeOrder;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.tree.Quantities;
import dev.narrative.model.tree.TreePrinter;
import dev.narrative.model.tree.TreeStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace as a report in Markdown: what it was, its tree, its model calls, its errors, what went in and out. */
final class TraceMarkdown implements TraceFormat.Writer {
    private static final TreeStyle TREE = new TreeStyle(120, false, false);

    @Override
    public String write(TraceSummary trace, List<JournalSpan> spans) {
        StringBuilder text = new StringBuilder("# ")
                .append(MarkdownText.inline(trace.name()))
                .append("\n\n");
        head(trace, text);
        String tree = new TreePrinter(TREE).print(spans);
        text.append("\n## Tree\n").append(MarkdownText.fenced(tree.stripTrailing()));
        List<JournalSpan> ordered = TreeOrder.<JournalSpan>of(spans).stream()
                .map(TreeOrder.Place::span)
                .toList();
        calls(ordered, text);
        scores(ordered, text);
        errors(ordered, text);
        contents(ordered, text);
        return text.toString();
    }

    private static void head(TraceSummary trace, StringBuilder text) {
        text.append("| | |\n|---|---|\n");
        row("Trace", "`" + trace.id() + "`", text);
        row("Service", trace.service(), text);
        row("Session", trace.session(), text);
        row("Story", trace.story(), text);
        row("User", trace.user(), text);
        row("Status", trace.status().word(), text);
        row("Start", SummaryJson.moment(trace.startNanos()), text);
        row("Duration", Quantities.duration(trace.durationNanos(), false), text);
        row("Spans", Long.toString(trace.spans()), text);
        row("Errors", Long.toString(trace.errors()), text);
        row("Tokens", trace.inputTokens() + " in, " + trace.outputTokens() + " out", text);
        Double cost = trace.cost();
        row("Cost", cost == null ? null : Quantities.cost(cost), text);
    }

    private static void row(String name, @Nullable String value, StringBuilder text) {
        if (value != null) {
            text.append("| ")
                    .append(name)
                    .append(" | ")
                    .append(MarkdownText.inline(value))
                    .append(" |\n");
        }
    }

    private static void calls(List<JournalSpan> spans, StringBuilder text) {
        List<JournalSpan> calls = spans.stream()
                .filter(span -> SpanFacts.of(span).model() != null)
                .toList();
        if (calls.isEmpty()) {
            return;
        }
        text.append(
                "\n## Model calls\n| Span | Model | Duration | Tokens in | out | Cost |\n|---|---|---:|---:|---:|---:|\n");
        for (JournalSpan call : calls) {
            SpanFacts facts = SpanFacts.of(call);
            Double cost = facts.cost();
            text.append("| ").append(MarkdownText.inline(call.name()));
            text.append(" | ").append(MarkdownText.inline(String.valueOf(facts.model())));
            text.append(" | ").append(Quantities.duration(call.endEpochNanos() - call.startEpochNanos(), false));
            text.append(" | ").append(facts.inputTokens()).append(" | ").append(facts.outputTokens());
            text.append(" | ").append(cost == null ? "" : Quantities.cost(cost)).append(" |\n");
        }
    }

    private static void scores(List<JournalSpan> spans, StringBuilder text) {
        List<GivenScore> scores = GivenScore.of(spans);
        if (scores.isEmpty()) {
            return;
        }
        text.append("\n## Scores\n| Score | Value | Of | Why |\n|---|---|---|---|\n");
        for (GivenScore given : scores) {
            String comment = given.score().comment();
            text.append("| ").append(MarkdownText.inline(given.score().name()));
            text.append(" | ").append(MarkdownText.inline(given.value()));
            text.append(" | ")
                    .append(MarkdownText.inline(given.spanName().isEmpty() ? given.target() : given.spanName()));
            text.append(" | ")
                    .append(comment == null ? "" : MarkdownText.inline(comment))
                    .append(" |\n");
        }
    }

    private static void errors(List<JournalSpan> spans, StringBuilder text) {
        boolean any = false;
        for (JournalSpan span : spans) {
            if (span.status() == StatusCode.ERROR) {
                text.append(any ? "" : "\n## Errors\n");
                any = true;
                text.append("\n### ").append(MarkdownText.inline(span.name())).append('\n');
                text.append(MarkdownText.fenced(SpanErrors.text(span)));
            }
        }
    }

    private static void contents(List<JournalSpan> spans, StringBuilder text) {
        boolean any = false;
        for (JournalSpan span : spans) {
            SpanFacts facts = SpanFacts.of(span);
            if (facts.input().isEmpty() && facts.output().isEmpty()) {
                continue;
            }
            text.append(any ? "" : "\n## Inputs and outputs\n");
            any = true;
            text.append("\n### ").append(MarkdownText.inline(span.name())).append('\n');
            if (!facts.input().isEmpty()) {
                text.append("Input\n").append(MarkdownText.fenced(facts.input()));
            }
            if (!facts.output().isEmpty()) {
                text.append("Output\n").append(MarkdownText.fenced(facts.output()));
            }
        }
    }
}
