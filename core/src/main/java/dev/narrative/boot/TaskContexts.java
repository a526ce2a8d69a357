package dev.narrative.boot;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The context that each queued task was submitted in. Tasks stay what they are, so that queues, comparators and
 * {@code remove} see the application's own objects; the context waits here until the task runs.
 */
public final class TaskContexts {
    private static final ConcurrentHashMap<Key, Object> CONTEXTS = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

    private TaskContexts() {}

    /** Remembers the current context for a task; one that waits several times, as shared tasks do, gets one for each. */
    public static void capture(@Nullable Object task) {
        Object context = Contexts.current();
        if (context == null || task == null || carriesItsOwn(task)) {
            return;
        }
        CONTEXTS.merge(new WeakKey(task), context, Waiting.ONE_MORE);
    }

    /** Binds a task that a fork-join pool will wrap, or remembers the context of one that it takes as it is. */
    public static @Nullable Runnable bindOrCapture(@Nullable Runnable task) {
        if (task instanceof ForkJoinTask || task == null || carriesItsOwn(task)) {
            capture(task);
            return task;
        }
        return ContextFunctions.bind(task);
    }

    /** Enters the context that a task was submitted in, {@code null} when there is none to enter. */
    public static @Nullable AdviceScope begin(Object task) {
        Object context = take(task);
        return context == null ? null : new Attached(Contexts.attach(context));
    }

    /** Leaves all context, for work that shall not belong to the caller's span. */
    public static AdviceScope suspend() {
        return new Attached(Contexts.attach(null));
    }

    /** Forgets a task that the pool did not take, or has given back. */
    public static void discard(@Nullable Object task) {
        if (task != null) {
            take(task);
        }
    }

    /** Forgets a task that one of the JDK's policies has dealt with; any other may have queued it all the same. */
    public static void rejected(Object task, RejectedExecutionHandler handler) {
        if (handler.getClass().getName().startsWith("java.util.concurrent.ThreadPoolExecutor$")) {
            take(task);
        }
    }

    /** Runs a task in the context that it was submitted in. */
    public static void run(Runnable task) {
        Object context = take(task);
        if (context == null) {
            task.run();
            return;
        }
        Object previous = Contexts.attach(context);
        try {
            task.run();
        } finally {
            Contexts.restore(previous);
        }
    }

    /** The context that a task was submitted in, once for each time. */
    public static @Nullable Object take(Object task) {
        if (CONTEXTS.isEmpty()) {
            return null;
        }
        LookupKey key = new LookupKey(task);
        CONTEXTS.computeIfPresent(key, key);
        return key.taken;
    }

    /** Drops the entries of collected tasks; called by the agent's own thread, never by one of the application's. */
    public static void clean() {
        for (Reference<?> key = COLLECTED.poll(); key != null; key = COLLECTED.poll()) {
            CONTEXTS.remove(key);
        }
    }

    static int size() {
        return CONTEXTS.size();
    }

    private static boolean carriesItsOwn(Object task) {
        return task instanceof FutureTask
                || task instanceof CompletableFuture.AsynchronousCompletionTask
                || task.getClass().getName().startsWith("java.lang.VirtualThread");
    }

    private static final class Attached extends AdviceScope {
        private final @Nullable Object previous;

        Attached(@Nullable Object previous) {
            this.previous = previous;
        }

        @Override
        public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
            Contexts.restore(previous);
            return returned;
        }
    }

    private interface Key {
        @Nullable
        Object task();
    }

    private static final class WeakKey extends WeakReference<Object> implements Key {
        private final int hash;

        WeakKey(Object task) {
            super(task, COLLECTED);
            hash = System.identityHashCode(task);
        }

        @Override
        public @Nullable Object task() {
            return get();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object task = get();
            return task != null && other instanceof Key key && key.task() == task;
        }
    }

    /** Contexts of one task in the order of submission; touched only under the map's lock. */
    private static final class Waiting extends ArrayDeque<Object> {
        static final BiFunction<Object, Object, Object> ONE_MORE = new OneMore();

        private static final class OneMore implements BiFunction<Object, Object, Object> {
            @Override
            public Object apply(Object known, Object context) {
                Waiting all;
                if (known instanceof Waiting waiting) {
                    all = waiting;
                } else {
                    all = new Waiting();
                    all.add(known);
                }
                all.add(context);
                return all;
            }
        }
    }

    /** Finds a task's entry and takes the first context out of it. */
    private static final class LookupKey implements Key, BiFunction<Key, Object, @Nullable Object> {
        private final Object task;
        private @Nullable Object taken;

        @Override
        public @Nullable Object apply(Key key, Object contexts) {
            if (contexts instanceof Waiting waiting) {
                taken = waiting.poll();
                return waiting.isEmpty() ? null : waiting;
            }
            taken = contexts;
            return null;
        }

        LookupKey(Object task) {
            this.task = task;
        }

        @Override
        public Object task() {
            return task;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(task);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.task() == task;
        }
    }
}
