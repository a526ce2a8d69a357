package dev.narrative.boot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Functions bound to the context in which they were handed over; without a context they stay as they are. */
public final class ContextFunctions {
    private ContextFunctions() {}

    public static @Nullable Runnable bind(@Nullable Runnable run) {
        Object context = Contexts.current();
        return context == null || run == null ? run : new BoundRunnable(context, run);
    }

    public static <T> @Nullable Callable<T> bind(@Nullable Callable<T> call) {
        Object context = Contexts.current();
        return context == null || call == null ? call : new BoundCallable<>(context, call);
    }

    public static <T> @Nullable Supplier<T> bind(@Nullable Supplier<T> supplier) {
        Object context = Contexts.current();
        return context == null || supplier == null ? supplier : new BoundSupplier<>(context, supplier);
    }

    public static <T, R> @Nullable Function<T, R> bind(@Nullable Function<T, R> function) {
        Object context = Contexts.current();
        return context == null || function == null ? function : new BoundFunction<>(context, function);
    }

    /** Binds each of the tasks that are handed to {@code invokeAll}. */
    public static <T> @Nullable Collection<? extends Callable<T>> bindAll(
            @Nullable Collection<? extends Callable<T>> calls) {
        Object context = Contexts.current();
        if (context == null || calls == null) {
            return calls;
        }
        List<Callable<T>> bound = new ArrayList<>(calls.size());
        for (Callable<T> call : calls) {
            bound.add(call == null ? null : new BoundCallable<>(context, call));
        }
        return bound;
    }

    /** Binds the function of a stage; the method of {@code CompletableFuture} that makes the stage tells its type. */
    @SuppressWarnings("unchecked")
    public static @Nullable Object bindStage(@Nullable Object function, String method) {
        Object context = Contexts.current();
        if (context == null || function == null) {
            return function;
        }
        return switch (method) {
            case "uniApplyStage",
                    "uniComposeStage",
                    "uniExceptionallyStage",
                    "uniComposeExceptionallyStage",
                    "orApplyStage" -> new BoundFunction<>(context, (Function<Object, Object>) function);
            case "uniAcceptStage", "orAcceptStage" -> new BoundConsumer<>(context, (Consumer<Object>) function);
            case "uniHandleStage", "biApplyStage" ->
                new BoundBiFunction<>(context, (BiFunction<Object, Object, Object>) function);
            case "uniWhenCompleteStage", "biAcceptStage" ->
                new BoundBiConsumer<>(context, (BiConsumer<Object, Object>) function);
            case "uniRunStage", "biRunStage", "orRunStage", "asyncRunStage" ->
                new BoundRunnable(context, (Runnable) function);
            case "asyncSupplyStage" -> new BoundSupplier<>(context, (Supplier<Object>) function);
            default -> function;
        };
    }

    private record BoundRunnable(Object context, Runnable delegate) implements Runnable {
        @Override
        public void run() {
            Object previous = Contexts.attach(context);
            try {
                delegate.run();
            } finally {
                Contexts.restore(previous);
            }
        }

        @Override
        public String toString() {
            return delegate.toString();
        }
    }

    private record BoundCallable<T>(Object context, Callable<T> delegate) implements Callable<T> {
        @Override
        public T call() throws Exception {
            Object previous = Contexts.attach(context);
            try {
                return delegate.call();
            } finally {
                Contexts.restore(previous);
            }
        }

        @Override
        public String toString() {
            return delegate.toString();
        }
    }

    private record BoundSupplier<T>(Object context, Supplier<T> delegate) implements Supplier<T> {
        @Override
        public T get() {
            Object previous = Contexts.attach(context);
            try {
                return delegate.get();
            } finally {
                Contexts.restore(previous);
            }
        }
    }

    private record BoundFunction<T, R>(Object context, Function<T, R> delegate) implements Function<T, R> {
        @Override
        public R apply(T value) {
            Object previous = Contexts.attach(context);
            try {
                return delegate.apply(value);
            } finally {
                Contexts.restore(previous);
            }
        }
    }

    private record BoundConsumer<T>(Object context, Consumer<T> delegate) implements Consumer<T> {
        @Override
        public void accept(T value) {
            Object previous = Contexts.attach(context);
            try {
                delegate.accept(value);
            } finally {
                Contexts.restore(previous);
            }
        }
    }

    private record BoundBiFunction<T, U, R>(Object context, BiFunction<T, U, R> delegate)
            implements BiFunction<T, U, R> {
        @Override
        public R apply(T first, U second) {
            Object previous = Contexts.attach(context);
            try {
                return delegate.apply(first, second);
            } finally {
                Contexts.restore(previous);
            }
        }
    }

    private record BoundBiConsumer<T, U>(Object context, BiConsumer<T, U> delegate) implements BiConsumer<T, U> {
        @Override
        public void accept(T first, U second) {
            Object previous = Contexts.attach(context);
            try {
                delegate.accept(first, second);
            } finally {
                Contexts.restore(previous);
            }
        }
    }
}
