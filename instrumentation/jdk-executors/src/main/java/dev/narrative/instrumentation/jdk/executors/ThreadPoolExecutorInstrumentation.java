package dev.narrative.instrumentation.jdk.executors;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.TaskContexts;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;

/**
 * Plain tasks given to {@code execute} are remembered with their context, and the one place where a worker runs a task
 * looks it up. The task itself is not wrapped: queues may compare it, {@code beforeExecute} may cast it.
 */
final class ThreadPoolExecutorInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("java.util.concurrent.ThreadPoolExecutor");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.inline(named("execute").and(takesArguments(Runnable.class)), ExecuteAdvice.class);
        weaving.inline(named("reject").and(takesArguments(Runnable.class)), RejectAdvice.class);
        weaving.inline(named("remove").and(takesArguments(Runnable.class)), RemoveAdvice.class);
        weaving.apply(new AsmVisitorWrapper.ForDeclaredMethods().method(named("runWorker"), new RunInContext()));
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) Runnable task) {
            TaskContexts.capture(task);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) Runnable task, @Advice.Thrown Throwable rejected) {
            if (rejected != null) {
                TaskContexts.discard(task);
            }
        }
    }

    /** A policy may run the task itself or drop it without a word. */
    public static final class RejectAdvice {
        private RejectAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) Runnable task, @Advice.This ThreadPoolExecutor pool) {
            TaskContexts.rejected(task, pool.getRejectedExecutionHandler());
        }
    }

    public static final class RemoveAdvice {
        private RemoveAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) Runnable task, @Advice.Return boolean removed) {
            if (removed) {
                TaskContexts.discard(task);
            }
        }
    }
}
