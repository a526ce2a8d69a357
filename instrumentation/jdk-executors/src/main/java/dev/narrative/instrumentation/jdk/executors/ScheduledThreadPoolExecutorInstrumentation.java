package dev.narrative.instrumentation.jdk.executors;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import dev.narrative.boot.AdviceScope;
import dev.narrative.boot.TaskContexts;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** A periodic task outlives the span that scheduled it, so each of its runs is a story of its own. */
final class ScheduledThreadPoolExecutorInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("java.util.concurrent.ScheduledThreadPoolExecutor");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.inline(namedOneOf("scheduleAtFixedRate", "scheduleWithFixedDelay"), PeriodicAdvice.class);
    }

    public static final class PeriodicAdvice {
        private PeriodicAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static AdviceScope enter() {
            return TaskContexts.suspend();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }
}
