package dev.narrative.instrumentation.narrative.api;

import dev.narrative.boot.ContextSlot;
import dev.narrative.boot.Contexts;
import dev.narrative.core.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * A span's place as the current one of the thread that began it. Unlike an advice, an application may end its spans in
 * any order and on any thread: then the thread's other spans stay where they are.
 */
final class ThreadPlace {
    private final ContextSlot slot;
    private final Span span;
    private final @Nullable Object outer;

    private ThreadPlace(ContextSlot slot, Span span) {
        this.slot = slot;
        this.span = span;
        this.outer = slot.current;
    }

    static ThreadPlace take(Span span) {
        ContextSlot slot = Contexts.slot();
        ThreadPlace place = new ThreadPlace(slot, span);
        slot.current = span;
        return place;
    }

    /** Makes the next span around it that still runs the current one; nothing where it is not current on this thread. */
    void leave() {
        if (Contexts.slot() == slot && slot.current == span) {
            slot.current = running(outer);
        }
    }

    private static @Nullable Object running(@Nullable Object context) {
        Object next = context;
        while (next instanceof Span span && span.hasEnded()) {
            next = span.parent();
        }
        return next;
    }
}
