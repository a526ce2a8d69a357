package dev.narrative.boot;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The place of one thread's current context. Only its own thread writes it; the snapshot of open spans reads it from
 * outside, and may see a value that is a moment old.
 */
public final class ContextSlot {
    /** The current span, or {@code null} outside of any. */
    public @Nullable Object current;

    ContextSlot(@Nullable Object current) {
        this.current = current;
    }

    /** How the list of all slots holds one: weakly, since threads come and go. */
    static final class Link extends WeakReference<ContextSlot> {
        @Nullable
        Link next;

        Link(ContextSlot slot, @Nullable Link next) {
            super(slot);
            this.next = next;
        }
    }
}
