package dev.narrative.boot;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The current context of each thread. A thread that is made while a span is current begins within that span, virtual
 * threads too; a worker that a pool makes for itself does not, since it outlives the span.
 */
public final class Contexts {
    private static final AtomicReference<ContextSlot.@Nullable Link> SLOTS = new AtomicReference<>();
    private static final Storage STORAGE = new Storage();

    private Contexts() {}

    /** This thread's slot. */
    public static ContextSlot slot() {
        ContextSlot slot = STORAGE.get();
        if (slot == null) {
            slot = listed(null);
            STORAGE.set(slot);
        }
        return slot;
    }

    public static @Nullable Object current() {
        ContextSlot slot = STORAGE.get();
        return slot == null ? null : slot.current;
    }

    /** Makes a context the current one and returns the one before, for {@link #restore}. */
    public static @Nullable Object attach(@Nullable Object context) {
        ContextSlot slot = slot();
        Object previous = slot.current;
        slot.current = context;
        return previous;
    }

    public static void restore(@Nullable Object previous) {
        slot().current = previous;
    }

    /** Shows the current context of every thread that has one. Called from one thread only, which also drops dead slots. */
    public static void forEachCurrent(Consumer<Object> consumer) {
        ContextSlot.Link before = null;
        ContextSlot.Link link = SLOTS.get();
        while (link != null) {
            ContextSlot slot = link.get();
            if (slot == null && before != null) {
                before.next = link.next;
            } else {
                before = link;
            }
            Object current = slot == null ? null : slot.current;
            if (current != null) {
                consumer.accept(current);
            }
            link = link.next;
        }
    }

    private static ContextSlot listed(@Nullable Object current) {
        ContextSlot slot = new ContextSlot(current);
        ContextSlot.Link link = new ContextSlot.Link(slot, SLOTS.get());
        while (!SLOTS.compareAndSet(link.next, link)) {
            link.next = SLOTS.get();
        }
        return slot;
    }

    private static final class Storage extends InheritableThreadLocal<@Nullable ContextSlot> {
        @Override
        protected @Nullable ContextSlot childValue(@Nullable ContextSlot parent) {
            Object current = parent == null ? null : parent.current;
            return current == null || PoolThreads.isBeingMade() ? null : listed(current);
        }
    }
}
