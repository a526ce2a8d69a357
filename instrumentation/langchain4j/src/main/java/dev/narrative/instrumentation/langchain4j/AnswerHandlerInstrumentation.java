package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The handler of one model call of a streaming AI service; it runs on the HTTP client's threads, and calls the tools. */
final class AnswerHandlerInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.service.AiServiceStreamingResponseHandler");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isConstructor(), ConstructorAdvice.class);
        weaving.advise(named("onCompleteToolCall"), ToolAdvice.class);
        weaving.advise(named("onCompleteResponse").and(takesArguments(1)), AnswerAdvice.class);
        weaving.advise(named("onError").and(takesArguments(1)), ErrorAdvice.class);
    }

    public static final class ConstructorAdvice {
        private ConstructorAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.This Object handler) {
            StreamingServices.goesOnWith(handler);
        }
    }

    public static final class ToolAdvice {
        private ToolAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.This Object handler) {
            return StreamingServices.within(handler);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }

    public static final class AnswerAdvice {
        private AnswerAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(
                @Advice.This Object handler, @Advice.Argument(0) @Nullable ChatResponse response) {
            AdviceScope scope = StreamingServices.within(handler);
            StreamingServices.answered(handler, response);
            return scope;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.This Object handler,
                @Advice.Enter @Nullable AdviceScope scope,
                @Advice.Thrown @Nullable Throwable error) {
            if (scope != null) {
                scope.close(null, error);
                StreamingServices.letGo(handler, error);
            }
        }
    }

    public static final class ErrorAdvice {
        private ErrorAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(
                @Advice.This Object handler, @Advice.Argument(0) @Nullable Throwable failure) {
            AdviceScope scope = StreamingServices.within(handler);
            StreamingServices.letGo(handler, failure);
            return scope;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }
}
