package dev.narrative.instrumentation.okhttp;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import dev.narrative.boot.Contexts;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * Where a call starts what serves all calls and outlives it: readers of connections, cleaners of the pool, the watchdog of
 * timeouts. They begin without the context of the call that happened to be the first, and do not keep its span alive.
 */
final class BackgroundInstrumentation implements TypeInstrumentation {
    private static final String WATCHDOG = "okio.AsyncTimeout$Watchdog";

    @Override
    public List<String> types() {
        return List.of(
                "okhttp3.internal.concurrent.TaskRunner$RealBackend",
                "okhttp3.internal.connection.RealConnectionPool",
                "okhttp3.internal.http2.Http2Connection",
                WATCHDOG);
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isMethod().and(namedOneOf("execute", "put", "start")), MethodAdvice.class);
        weaving.advise(isConstructor().and(isDeclaredBy(ElementMatchers.named(WATCHDOG))), ConstructorAdvice.class);
    }

    public static final class MethodAdvice {
        private MethodAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable Object enter() {
            return Contexts.current() == null ? null : Contexts.attach(null);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable Object context) {
            if (context != null) {
                Contexts.restore(context);
            }
        }
    }

    /** The same around a thread's constructor, where threads inherit; one that fails cannot be seen. */
    public static final class ConstructorAdvice {
        private ConstructorAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable Object enter() {
            return MethodAdvice.enter();
        }

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable Object context) {
            MethodAdvice.exit(context);
        }
    }
}
