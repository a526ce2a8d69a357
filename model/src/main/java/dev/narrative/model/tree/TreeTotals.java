package dev.narrative.model.tree;

import dev.narrative.model.Ids;
import dev.narrative.model.SpanData;
import dev.narrative.model.StatusCode;
import org.jspecify.annotations.Nullable;

/** Sums up the spans of a tree for its head. */
final class TreeTotals {
    private final SpanData first;
    private long start = Long.MAX_VALUE;
    private long end;
    private int spans;
    private int errors;
    private @Nullable String session;
    private @Nullable String story;
    private long inputTokens;
    private long outputTokens;
    private double cost;

    TreeTotals(SpanData first) {
        this.first = first;
    }

    void add(SpanData span, SpanFacts facts) {
        spans++;
        errors += span.status() == StatusCode.ERROR ? 1 : 0;
        start = Math.min(start, span.startEpochNanos());
        end = Math.max(end, Math.max(span.startEpochNanos(), span.endEpochNanos()));
        session = session == null ? facts.session : session;
        story = story == null ? facts.story : story;
        inputTokens += facts.inputTokens;
        outputTokens += facts.outputTokens;
        cost += facts.cost;
    }

    long start() {
        return start;
    }

    long duration() {
        return end - start;
    }

    String head(TreeStyle style) {
        StringBuilder head = new StringBuilder("trace ");
        head.append(Ids.traceId(first.traceIdHigh(), first.traceIdLow()));
        if (session != null) {
            head.append("  session ").append(TerminalText.clean(session));
        }
        if (story != null) {
            head.append("  story ").append(TerminalText.clean(story));
        }
        head.append("  ").append(spans).append(spans == 1 ? " span" : " spans");
        head.append("  ").append(Quantities.duration(duration(), style.ascii()));
        if (inputTokens > 0 || outputTokens > 0) {
            head.append("  ").append(TerminalText.tokens(inputTokens, outputTokens, style));
        }
        if (cost > 0) {
            head.append("  ").append(Quantities.cost(cost));
        }
        if (errors > 0) {
            head.append("  ").append(style.error()).append(' ').append(errors);
        }
        return style.bold(TerminalText.fit(head.toString(), style.width(), style.ellipsis()));
    }
}
