package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.guardrail.GuardrailResult;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Where guardrails are asked, whatever their classes: before and after the model. */
final class GuardrailInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.guardrail.AbstractGuardrailExecutor");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("validate").and(takesArguments(2)), ValidateAdvice.class);
    }

    public static final class ValidateAdvice {
        private ValidateAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.Argument(0) @Nullable Object request, @Advice.Argument(1) @Nullable Object guardrail) {
            return guardrail == null ? null : Guardrails.begin(guardrail, request);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable GuardrailResult<?> result,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                Guardrails.end((FrameworkSpan) call, result, error);
            }
        }
    }
}
