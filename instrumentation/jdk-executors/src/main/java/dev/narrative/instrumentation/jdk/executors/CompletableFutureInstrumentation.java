package dev.narrative.instrumentation.jdk.executors;

import static net.bytebuddy.matcher.ElementMatchers.nameEndsWith;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.ContextFunctions;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** A stage's function runs in the context in which it was attached, however late and on whatever thread it runs. */
final class CompletableFutureInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("java.util.concurrent.CompletableFuture");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.inline(
                nameStartsWith("uni")
                        .or(nameStartsWith("async"))
                        .and(nameEndsWith("Stage"))
                        .and(takesArguments(2)),
                SecondArgumentAdvice.class);
        weaving.inline(
                nameStartsWith("bi")
                        .or(nameStartsWith("or"))
                        .and(nameEndsWith("Stage"))
                        .and(takesArguments(3)),
                ThirdArgumentAdvice.class);
    }

    public static final class SecondArgumentAdvice {
        private SecondArgumentAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(value = 1, readOnly = false, typing = Typing.DYNAMIC) Object function,
                @Advice.Origin("#m") String method) {
            function = ContextFunctions.bindStage(function, method);
        }
    }

    public static final class ThirdArgumentAdvice {
        private ThirdArgumentAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(value = 2, readOnly = false, typing = Typing.DYNAMIC) Object function,
                @Advice.Origin("#m") String method) {
            function = ContextFunctions.bindStage(function, method);
        }
    }
}
