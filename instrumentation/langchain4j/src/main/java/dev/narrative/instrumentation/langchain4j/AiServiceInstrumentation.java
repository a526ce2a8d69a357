package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.lang.reflect.Method;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The invocation handler behind every AI service. */
final class AiServiceInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.service.DefaultAiServices$1");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("invoke").and(takesArguments(3)).and(takesArgument(1, Method.class)), InvokeAdvice.class);
    }

    public static final class InvokeAdvice {
        private InvokeAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.Argument(0) @Nullable Object service,
                @Advice.Argument(1) @Nullable Method method,
                @Advice.Argument(2) @Nullable Object @Nullable [] arguments) {
            return service == null || method == null ? null : AiServiceCalls.begin(service, method, arguments);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable Object returned,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                AiServiceCalls.end((FrameworkSpan) call, returned, error);
            }
        }
    }
}
