package dev.narrative.instrumentation.jdk.executors;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.boot.ContextFunctions;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;

/** Every {@code submit} and {@code schedule} makes a future task: it carries its context itself, whoever runs it. */
final class FutureTaskInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("java.util.concurrent.FutureTask");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.inline(isConstructor().and(takesArgument(0, Callable.class)), CallableAdvice.class);
        weaving.inline(isConstructor().and(takesArgument(0, Runnable.class)), RunnableAdvice.class);
    }

    public static final class CallableAdvice {
        private CallableAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static <T> void enter(@Advice.Argument(value = 0, readOnly = false) Callable<T> task) {
            task = ContextFunctions.bind(task);
        }
    }

    public static final class RunnableAdvice {
        private RunnableAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(value = 0, readOnly = false) Runnable task) {
            task = ContextFunctions.bind(task);
        }
    }
}
