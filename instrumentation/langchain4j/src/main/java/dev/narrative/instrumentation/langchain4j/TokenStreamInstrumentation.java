package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The stream that a method of an AI service gives back, and that the application starts when it likes. */
final class TokenStreamInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.service.AiServiceTokenStream");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isConstructor(), ConstructorAdvice.class);
        weaving.advise(named("start").and(takesNoArguments()), StartAdvice.class);
    }

    public static final class ConstructorAdvice {
        private ConstructorAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.This Object stream) {
            StreamingServices.goesOnWith(stream);
        }
    }

    public static final class StartAdvice {
        private StartAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.This Object stream) {
            return StreamingServices.within(stream);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.This Object stream,
                @Advice.Enter @Nullable AdviceScope scope,
                @Advice.Thrown @Nullable Throwable error) {
            if (scope != null) {
                scope.close(null, error);
                StreamingServices.letGo(stream, error);
            }
        }
    }
}
