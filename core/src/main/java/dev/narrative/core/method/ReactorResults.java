package dev.narrative.core.method;

import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Results that are Reactor's {@code Mono} or {@code Flux}, followed by its own operators, which take JDK functional
 * types and can therefore be called on an application's Reactor from here.
 */
final class ReactorResults {
    private ReactorResults() {}

    static Object follow(Object publisher, LaterResult result) throws ReflectiveOperationException {
        Class<?> type = reactorType(publisher.getClass());
        if (type == null) {
            throw new NoSuchMethodException(publisher.getClass().getName() + " is neither Mono nor Flux");
        }
        Object followed = publisher;
        if (type.getSimpleName().equals("Mono")) {
            Consumer<Object> success = value -> result.completed(value, null);
            followed = operator(type, "doOnSuccess").invoke(followed, success);
        } else {
            Runnable complete = () -> result.completed(null, null);
            followed = type.getMethod("doOnComplete", Runnable.class).invoke(followed, complete);
        }
        Consumer<Throwable> failure = error -> result.completed(null, error);
        followed = operator(type, "doOnError").invoke(followed, failure);
        Runnable cancelled = result::cancelled;
        return type.getMethod("doOnCancel", Runnable.class).invoke(followed, cancelled);
    }

    private static Method operator(Class<?> type, String name) throws NoSuchMethodException {
        return type.getMethod(name, Consumer.class);
    }

    static boolean isReactor(Object publisher) {
        return reactorType(publisher.getClass()) != null;
    }

    private static @Nullable Class<?> reactorType(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getName().equals("reactor.core.publisher.Mono")
                    || at.getName().equals("reactor.core.publisher.Flux")) {
                return at;
            }
        }
        return null;
    }
}
