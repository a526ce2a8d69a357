package dev.narrative.export.langfuse;

import dev.narrative.model.SpanData;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What is known of one trace while it isn't decided which of its spans go to Langfuse; spans by their ids. */
final class HeldTrace {
    /** Beyond so many ids of one trace, the earliest knowledge is forgotten. */
    private static final int MOST_IDS = 50_000;

    private final Map<Long, Held> held = new LinkedHashMap<>();
    private final Set<Long> wanted = new HashSet<>();
    private final Set<Long> sent = new HashSet<>();
    private final Set<Long> leftOut = new HashSet<>();
    private long heldSince;
    private long lastNanos;
    private boolean rootEnded;

    private record Held(SpanData span, SpanInterest interest) {}

    HeldTrace(long nowNanos) {
        heldSince = nowNanos;
        lastNanos = nowNanos;
    }

    int size() {
        return held.size();
    }

    /** Whether its first span in this process has ended, and nothing more has come for a while. */
    boolean isOver(long nowNanos) {
        long quiet = nowNanos - lastNanos;
        return quiet > (rootEnded ? ModelSpans.QUIET_NANOS : ModelSpans.LONGEST_NANOS);
    }

    boolean waitsLong(long nowNanos) {
        return !held.isEmpty() && nowNanos - heldSince > ModelSpans.LONGEST_NANOS;
    }

    /** Takes an ended span, and returns by how many more spans are held now. */
    int add(SpanData span, long nowNanos, Consumer<Chosen> chosen) {
        int before = held.size();
        lastNanos = nowNanos;
        rootEnded |= span.parentSpanId() == 0 || span.hasRemoteParent();
        SpanInterest interest = SpanInterest.of(span);
        if (wanted.remove(span.spanId()) || interest == SpanInterest.MODEL) {
            send(span, chosen);
        } else {
            heldSince = held.isEmpty() ? nowNanos : heldSince;
            held.put(span.spanId(), new Held(span, interest));
        }
        return held.size() - before;
    }

    /** Sends the named ones of what is held, and returns how many others there were. */
    int settle(Consumer<Chosen> chosen) {
        int others = 0;
        for (Held waiting : held.values()) {
            if (waiting.interest() == SpanInterest.NAMED) {
                sent.add(waiting.span().spanId());
            }
        }
        for (Held waiting : held.values()) {
            SpanData span = waiting.span();
            if (waiting.interest() == SpanInterest.NAMED) {
                chosen.accept(new Chosen(span, isThere(span)));
            } else {
                leftOut.add(span.spanId());
                others++;
            }
        }
        held.clear();
        if (sent.size() + leftOut.size() + wanted.size() > MOST_IDS) {
            sent.clear();
            leftOut.clear();
            wanted.clear();
        }
        return others;
    }

    /** Sends a span, and those above it that have ended before it. */
    private void send(SpanData first, Consumer<Chosen> chosen) {
        SpanData span = first;
        while (span != null) {
            sent.add(span.spanId());
            long parent = span.parentSpanId();
            boolean isLocal = parent != 0 && !span.hasRemoteParent();
            chosen.accept(new Chosen(span, isLocal && !leftOut.contains(parent)));
            Held above = isLocal ? held.remove(parent) : null;
            if (above == null && isLocal && !sent.contains(parent) && !leftOut.contains(parent)) {
                wanted.add(parent);
            }
            span = above == null ? null : above.span();
        }
    }

    private boolean isThere(SpanData span) {
        return !span.hasRemoteParent() && (sent.contains(span.parentSpanId()) || wanted.contains(span.parentSpanId()));
    }
}
