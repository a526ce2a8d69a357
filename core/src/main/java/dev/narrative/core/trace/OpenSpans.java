package dev.narrative.core.trace;

import dev.narrative.boot.Contexts;
import dev.narrative.model.SpanData;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The spans that are open now. Those that run on a thread are found through the threads' slots, at no cost to the
 * traced calls; those that went on after their thread left them are listed here until they end.
 */
public final class OpenSpans {
    private final Set<Span> wandering = ConcurrentHashMap.newKeySet();

    void add(Span span) {
        wandering.add(span);
        if (span.hasEnded()) {
            wandering.remove(span);
        }
    }

    void remove(Span span) {
        wandering.remove(span);
    }

    /** All open spans with the open spans around them; called by one thread at a time. */
    public synchronized Collection<SpanData> now() {
        Set<SpanData> open = Collections.newSetFromMap(new IdentityHashMap<>());
        Contexts.forEachCurrent(context -> addWithParents((Span) context, open));
        wandering.forEach(span -> addWithParents(span, open));
        return open;
    }

    private static void addWithParents(Span innermost, Set<SpanData> open) {
        for (Span span = innermost; span != null; span = span.parent()) {
            if (span.isSampled() && !span.hasEnded()) {
                open.add(span);
            }
        }
    }
}
