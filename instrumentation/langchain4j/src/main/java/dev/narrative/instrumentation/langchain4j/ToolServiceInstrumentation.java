package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Where an AI service calls the tools that the model asked for, lambdas and remote ones among them; not in 1.0. */
final class ToolServiceInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.service.tool.ToolService");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("executeTool").or(named("executeWithErrorHandling")).or(named("applyToolHallucinationStrategy")),
                ExecuteAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.AllArguments Object[] arguments) {
            return ToolCalls.begin(arguments);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable Object result,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                ToolCalls.end((FrameworkSpan) call, result, error);
            }
        }
    }
}
