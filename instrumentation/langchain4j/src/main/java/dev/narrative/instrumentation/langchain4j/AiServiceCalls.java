package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls of an AI service: an interface of the application's that the library implements with a model. */
final class AiServiceCalls {
    private static final String MEMORY_ACCESS = "dev.langchain4j.service.memory.ChatMemoryAccess";

    private AiServiceCalls() {}

    /**
     * {@code null} for methods that ask no model ({@code Object}'s, default ones, access to the memory), and for an
     * agent of a workflow, which has begun already.
     */
    static @Nullable FrameworkSpan begin(Object service, Method method, @Nullable Object @Nullable [] arguments) {
        Class<?> declaring = method.getDeclaringClass();
        if (declaring == Object.class
                || method.isDefault()
                || declaring.getName().equals(MEMORY_ACCESS)) {
            return null;
        }
        Class<?>[] implemented = service.getClass().getInterfaces();
        String agent = TypeNames.simple(implemented.length > 0 ? implemented[0] : declaring);
        boolean isPart = LangChain4jSingletons.isInWorkflow();
        FrameworkSpan span = LangChain4jSingletons.begin(Step.AGENT, agent + '.' + method.getName());
        if (span == null) {
            return null;
        }
        if (!isPart) {
            span.conversation(memoryId(method, arguments));
        }
        if (arguments != null && span.keepsContent()) {
            span.input(arguments.length == 1 ? arguments[0] : arguments);
        }
        return span;
    }

    static void end(FrameworkSpan span, @Nullable Object returned, @Nullable Throwable error) {
        if (span.keepsContent() && !span.isHeld()) {
            span.output(returned instanceof Result<?> result ? result.content() : returned);
        }
        span.exit(error);
    }

    /** The argument that says which conversation a call belongs to. */
    static @Nullable Object memoryId(Method method, @Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        Annotation[][] annotations = method.getParameterAnnotations();
        for (int i = 0; i < annotations.length; i++) {
            for (Annotation annotation : annotations[i]) {
                if (annotation instanceof MemoryId) {
                    return arguments[i];
                }
            }
        }
        return null;
    }
}
