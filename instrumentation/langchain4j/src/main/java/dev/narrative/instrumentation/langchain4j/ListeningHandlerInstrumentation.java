package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The handler that the library itself puts around the application's: what it hears, the application hears next. */
final class ListeningHandlerInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.model.chat.StreamingChatModel$1");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isConstructor(), ConstructorAdvice.class);
        weaving.advise(nameStartsWith("onPartial").or(named("onCompleteToolCall")), PieceAdvice.class);
        weaving.advise(named("onCompleteResponse").and(takesArguments(1)), AnswerAdvice.class);
        weaving.advise(named("onError").and(takesArguments(1)), ErrorAdvice.class);
    }

    public static final class ConstructorAdvice {
        private ConstructorAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.This Object handler, @Advice.AllArguments Object[] arguments) {
            StreamingCalls.begun(handler, arguments);
        }
    }

    public static final class PieceAdvice {
        private PieceAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.This Object handler) {
            return StreamingCalls.piece(handler);
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
            return StreamingCalls.answered(handler, response, null);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }

    public static final class ErrorAdvice {
        private ErrorAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(
                @Advice.This Object handler, @Advice.Argument(0) @Nullable Throwable failure) {
            return StreamingCalls.answered(handler, null, failure);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }
}
