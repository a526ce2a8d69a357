package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.guardrail.GuardrailResult;
import dev.langchain4j.guardrail.InputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import dev.narrative.model.AttributeNames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks of what goes to a model and of what comes from it. One that says no has failed, in its span's status. */
final class Guardrails {
    private Guardrails() {}

    static @Nullable FrameworkSpan begin(Object guardrail, @Nullable Object request) {
        FrameworkSpan span = LangChain4jSingletons.begin(Step.GUARDRAIL, TypeNames.simple(guardrail.getClass()));
        return span == null ? null : span.input(span.keepsContent() ? text(request) : null);
    }

    static void end(FrameworkSpan span, @Nullable GuardrailResult<?> result, @Nullable Throwable error) {
        GuardrailResult.Result verdict = result == null ? null : result.result();
        if (result != null && verdict != null) {
            span.output(verdict == GuardrailResult.Result.SUCCESS_WITH_RESULT ? result.successfulText() : verdict);
            if (verdict == GuardrailResult.Result.FAILURE || verdict == GuardrailResult.Result.FATAL) {
                span.fail((String) null);
                span.attributes().put(AttributeNames.ERROR_TYPE, verdict.name().toLowerCase(Locale.ROOT));
            }
        }
        span.exit(error);
    }

    private static @Nullable String text(@Nullable Object request) {
        if (request instanceof InputGuardrailRequest input) {
            return ChatMessages.text(input.userMessage());
        }
        return request instanceof OutputGuardrailRequest output
                ? ChatMessages.text(output.responseFromLLM().aiMessage())
                : null;
    }
}
