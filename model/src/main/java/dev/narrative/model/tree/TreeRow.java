package dev.narrative.model.tree;

import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import java.util.List;

/** The line of one span: label, duration, bar, and what else is known. */
record TreeRow(SpanData span, String label, String extra) {
    private static final int BAR_CELLS = 20;
    private static final int DURATION_CELLS = 8;
    private static final int EXTRA_CELLS = 20;

    static TreeRow of(TraceNode<SpanData> node, SpanFacts facts, String lead, String service, TreeStyle style) {
        SpanData span = node.span();
        StringBuilder label = new StringBuilder(lead).append(TerminalText.clean(span.name()));
        if (!service.isEmpty()) {
            label.append(" [").append(TerminalText.clean(service)).append(']');
        }
        if (span.status() == StatusCode.ERROR) {
            label.append(' ').append(style.error());
            String error = SpanFacts.error(span, facts);
            if (!error.isEmpty()) {
                label.append(' ').append(TerminalText.fit(TerminalText.clean(error), 40, style.ellipsis()));
            }
        }
        return new TreeRow(span, label.toString(), extra(node, facts, style));
    }

    /** The width of the column of labels. */
    static int labelCells(List<TreeRow> rows, TreeStyle style) {
        int widest = 0;
        for (TreeRow row : rows) {
            widest = Math.max(widest, TerminalText.width(row.label));
        }
        return Math.min(widest, style.width() - DURATION_CELLS - 1 - BAR_CELLS - EXTRA_CELLS);
    }

    void print(StringBuilder text, int labelCells, long traceStart, long traceDuration, TreeStyle style) {
        String fitted = TerminalText.fit(label, labelCells, style.ellipsis());
        text.append(span.status() == StatusCode.ERROR ? style.red(fitted) : fitted);
        TerminalText.pad(text, labelCells - TerminalText.width(fitted));
        boolean open = span.endEpochNanos() == 0;
        String duration = open
                ? style.ellipsis()
                : Quantities.duration(span.endEpochNanos() - span.startEpochNanos(), style.ascii());
        TerminalText.pad(text, DURATION_CELLS - duration.length());
        text.append(duration).append(' ');
        String bar = bar(traceStart, traceDuration, style);
        text.append(style.cyan(bar));
        if (!extra.isEmpty()) {
            TerminalText.pad(text, BAR_CELLS - bar.length());
            int room = style.width() - labelCells - DURATION_CELLS - 1 - BAR_CELLS - 1;
            text.append(' ').append(TerminalText.fit(extra, room, style.ellipsis()));
        }
    }

    private String bar(long traceStart, long traceDuration, TreeStyle style) {
        double perCell = Math.max(1, traceDuration) / (double) BAR_CELLS;
        long end = Math.max(span.startEpochNanos(), span.endEpochNanos());
        int from = (int) Math.min(BAR_CELLS - 1, Math.round((span.startEpochNanos() - traceStart) / perCell));
        int to = (int) Math.min(BAR_CELLS, Math.round((end - traceStart) / perCell));
        StringBuilder bar = new StringBuilder();
        TerminalText.pad(bar, from);
        if (to <= from) {
            bar.append(style.sliver());
        }
        for (int i = from; i < to; i++) {
            bar.append(style.block());
        }
        return bar.toString();
    }

    private static String extra(TraceNode<SpanData> node, SpanFacts facts, TreeStyle style) {
        SpanData span = node.span();
        StringBuilder extra = new StringBuilder();
        if (facts.hasTokens()) {
            add(extra, TerminalText.tokens(facts.inputTokens, facts.outputTokens, style));
        }
        if (facts.cost > 0) {
            add(extra, Quantities.cost(facts.cost));
        }
        String model = facts.model();
        if (model != null && !span.name().contains(model)) {
            add(extra, TerminalText.clean(model));
        }
        for (SpanEvent event : span.events()) {
            Score score = ScoreEvents.read(event);
            if (score != null) {
                add(extra, TerminalText.clean(score.name() + " " + score.value().plain()));
            }
        }
        if (span.endEpochNanos() == 0) {
            boolean interrupted = span instanceof JournalSpan stored && stored.state() == SpanState.INTERRUPTED;
            add(extra, interrupted ? "interrupted" : "running");
        }
        if (node.parentMissing() && !span.hasRemoteParent()) {
            add(extra, "parent missing");
        }
        return extra.toString();
    }

    private static void add(StringBuilder extra, String item) {
        extra.append(extra.length() == 0 ? "" : "  ").append(item);
    }
}
