package dev.narrative.instrumentation.http;

import dev.narrative.core.trace.Span;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Spans that a later call on the same object of the library will end. The objects are held weakly; when one is collected
 * without that call, its span ends as it is.
 *
 * @param <S> the spans' type
 */
public final class UnfinishedSpans<S extends Span> {
    private static final int CLEANED_AT_ONCE = 16;

    private final ConcurrentHashMap<Key, S> spans = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    public void put(Object owner, S span) {
        if (!isVirtual(Thread.currentThread())) {
            clean();
        }
        spans.put(new WeakKey(owner, collected), span);
    }

    /** The span that waits for this object, {@code null} when none does. */
    public @Nullable S get(Object owner) {
        return spans.isEmpty() ? null : spans.get(new LookupKey(owner));
    }

    /** As {@link #get}, at most once. */
    public @Nullable S take(Object owner) {
        return spans.isEmpty() ? null : spans.remove(new LookupKey(owner));
    }

    private void clean() {
        for (int i = 0; i < CLEANED_AT_ONCE; i++) {
            Reference<?> key = collected.poll();
            if (key == null) {
                return;
            }
            S span = spans.remove(key);
            if (span != null) {
                span.end();
            }
        }
    }

    /** The queue's lock must not be waited for where it would hold up a carrier thread. */
    private static boolean isVirtual(Thread thread) {
        return thread.getClass().getName().equals("java.lang.VirtualThread");
    }

    private interface Key {
        @Nullable
        Object owner();
    }

    private static final class WeakKey extends WeakReference<Object> implements Key {
        private final int hash;

        WeakKey(Object owner, ReferenceQueue<Object> queue) {
            super(owner, queue);
            hash = System.identityHashCode(owner);
        }

        @Override
        public @Nullable Object owner() {
            return get();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            Object owner = get();
            return this == other || (owner != null && other instanceof Key key && key.owner() == owner);
        }
    }

    private record LookupKey(Object owner) implements Key {
        @Override
        public int hashCode() {
            return System.identityHashCode(owner);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.owner() == owner;
        }
    }
}
