package dev.narrative.core.method;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Results that are Reactive Streams publishers. Their interfaces belong to the application's loader, which the agent
 * does not see, so they are followed through proxies.
 */
final class ReactiveStreamsResults {
    private static final String PACKAGE = "org.reactivestreams.";

    private ReactiveStreamsResults() {}

    static Object follow(Object publisher, LaterResult result) throws ClassNotFoundException {
        return proxy("Publisher", publisher, (method, arguments) -> {
            if (method.getName().equals("subscribe") && arguments != null && arguments[0] != null) {
                arguments[0] = subscriber(arguments[0], result);
            }
        });
    }

    private static Object subscriber(Object subscriber, LaterResult result) throws ClassNotFoundException {
        return proxy("Subscriber", subscriber, (method, arguments) -> {
            switch (method.getName()) {
                case "onSubscribe" -> {
                    if (arguments != null && arguments[0] != null) {
                        arguments[0] = subscription(arguments[0], result);
                    }
                }
                case "onError" -> result.completed(null, arguments == null ? null : (Throwable) arguments[0]);
                case "onComplete" -> result.completed(null, null);
                default -> {}
            }
        });
    }

    private static Object subscription(Object subscription, LaterResult result) throws ClassNotFoundException {
        return proxy("Subscription", subscription, (method, arguments) -> {
            if (method.getName().equals("cancel")) {
                result.cancelled();
            }
        });
    }

    private static Object proxy(String type, Object delegate, Before before) throws ClassNotFoundException {
        ClassLoader loader = delegate.getClass().getClassLoader();
        Class<?> contract = Class.forName(PACKAGE + type, false, loader);
        return Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, new Delegating(delegate, before));
    }

    /** What is done before a call goes on to the delegate; it may replace arguments. */
    private interface Before {
        void call(Method method, Object @Nullable [] arguments) throws ClassNotFoundException;
    }

    private record Delegating(Object delegate, Before before) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            before.call(method, arguments);
            try {
                return method.invoke(delegate, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() == null ? thrown : thrown.getCause();
            }
        }
    }
}
