package dev.narrative.instrumentation.jdk.executors;

import dev.narrative.boot.TaskContexts;
import java.lang.reflect.Method;

/** Methods of the bridge that stand in for calls in the JDK. */
final class Substitutes {
    static final Method RUN_IN_CONTEXT = method();

    private Substitutes() {}

    private static Method method() {
        try {
            return TaskContexts.class.getMethod("run", Runnable.class);
        } catch (NoSuchMethodException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
