package dev.narrative.testing;

import java.util.List;
import java.util.Locale;

/** Traces as text: one line a span, children below their parent. */
final class TraceText {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Traces traces;
    private final StringBuilder text = new StringBuilder();

    private TraceText(Traces traces) {
        this.traces = traces;
    }

    static String of(Traces traces) {
        TraceText text = new TraceText(traces);
        traces.spans().stream()
                .filter(span -> traces.parentOf(span).isEmpty())
                .forEach(span -> text.append(span, "", ""));
        return text.text.toString();
    }

    private void append(RecordedSpan span, String branch, String indent) {
        text.append(branch)
                .append(span.name())
                .append("  [")
                .append(span.service())
                .append(span.kind().equals("INTERNAL") ? "" : " " + span.kind().toLowerCase(Locale.ROOT))
                .append("]  ")
                .append(String.format(Locale.ROOT, "%.1f ms", (span.endNanos() - span.startNanos()) / NANOS_PER_MILLI))
                .append(span.status().equals("ERROR") ? "  ERROR " + span.statusMessage() : "")
                .append('\n');
        List<RecordedSpan> children = traces.childrenOf(span);
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            append(children.get(i), indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }
}
