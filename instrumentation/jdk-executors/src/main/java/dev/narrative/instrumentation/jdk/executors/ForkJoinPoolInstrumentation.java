package dev.narrative.instrumentation.jdk.executors;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.boot.ContextFunctions;
import dev.narrative.boot.TaskContexts;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import net.bytebuddy.asm.Advice;

/** What is handed to a fork-join pool. The entrances that only virtual threads' scheduler uses are left alone. */
final class ForkJoinPoolInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("java.util.concurrent.ForkJoinPool");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.inline(
                namedOneOf("execute", "submit", "schedule").and(takesArgument(0, Runnable.class)),
                RunnableAdvice.class);
        weaving.inline(namedOneOf("submit", "schedule").and(takesArgument(0, Callable.class)), CallableAdvice.class);
        weaving.inline(
                namedOneOf("execute", "submit", "invoke")
                        .and(takesArgument(0, named("java.util.concurrent.ForkJoinTask"))),
                TaskAdvice.class);
        weaving.inline(named("invokeAll").and(takesArgument(0, Collection.class)), AllAdvice.class);
    }

    public static final class RunnableAdvice {
        private RunnableAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(value = 0, readOnly = false) Runnable task) {
            task = TaskContexts.bindOrCapture(task);
        }
    }

    public static final class CallableAdvice {
        private CallableAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static <T> void enter(@Advice.Argument(value = 0, readOnly = false) Callable<T> task) {
            task = ContextFunctions.bind(task);
        }
    }

    public static final class TaskAdvice {
        private TaskAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) ForkJoinTask<?> task) {
            TaskContexts.capture(task);
        }
    }

    public static final class AllAdvice {
        private AllAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static <T> void enter(
                @Advice.Argument(value = 0, readOnly = false) Collection<? extends Callable<T>> tasks) {
            tasks = ContextFunctions.bindAll(tasks);
        }
    }
}
