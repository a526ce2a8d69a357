package dev.narrative.instrumentation.spring.ai;

import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.ToolCallback;

/** The tools that a model asks for, whoever wrote them: what the manager hands to its observation for each. */
final class ToolCallingManagerInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.springframework.ai.model.tool.DefaultToolCallingManager");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                isSynthetic()
                        .and(nameStartsWith("lambda$executeToolCall$"))
                        .and(takesArgument(0, named("org.springframework.ai.tool.ToolCallback")))
                        .and(takesArgument(1, String.class)),
                ToolAdvice.class);
    }

    public static final class ToolAdvice {
        private ToolAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.Argument(0) @Nullable ToolCallback tool, @Advice.Argument(1) @Nullable String arguments) {
            if (tool == null) {
                return null;
            }
            FrameworkSpan span = SpringAiSteps.tool(tool, arguments);
            span.enter();
            return span;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable String result,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                SpringAiSteps.exit(call, span -> span.output(result), error);
            }
        }
    }
}
