package dev.narrative.instrumentation.jdk.executors;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.boot.AdviceScope;
import dev.narrative.boot.TaskContexts;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Forked tasks, and with them parallel streams: remembered when forked, entered where every such task is executed. */
final class ForkJoinTaskInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("java.util.concurrent.ForkJoinTask");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.inline(named("fork").and(takesNoArguments()), ForkAdvice.class);
        weaving.inline(named("doExec").and(takesNoArguments()), ExecAdvice.class);
    }

    public static final class ForkAdvice {
        private ForkAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This ForkJoinTask<?> task) {
            TaskContexts.capture(task);
        }
    }

    public static final class ExecAdvice {
        private ExecAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.This ForkJoinTask<?> task) {
            return TaskContexts.begin(task);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }
}
