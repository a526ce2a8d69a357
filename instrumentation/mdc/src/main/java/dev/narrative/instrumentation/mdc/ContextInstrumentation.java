package dev.narrative.instrumentation.mdc;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The two classes through which all diagnostic contexts are written; each has some of the methods. */
final class ContextInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.slf4j.MDC", "org.apache.logging.log4j.ThreadContext");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                isPublic().and(namedOneOf("put", "putIfNull")).and(takesArguments(String.class, String.class)),
                PutAdvice.class);
        weaving.advise(isPublic().and(named("putAll")).and(takesArgument(0, Map.class)), PutAllAdvice.class);
        weaving.advise(isPublic().and(named("setContextMap")).and(takesArgument(0, Map.class)), ReplaceAdvice.class);
        weaving.advise(isPublic().and(named("remove")).and(takesArguments(String.class)), RemoveAdvice.class);
        weaving.advise(isPublic().and(named("removeAll")).and(takesArgument(0, Iterable.class)), RemoveAllAdvice.class);
        weaving.advise(
                isPublic().and(namedOneOf("clear", "clearMap", "clearAll")).and(takesArguments(0)), ClearAdvice.class);
    }

    public static final class PutAdvice {
        private PutAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) @Nullable String key, @Advice.Argument(1) @Nullable String value) {
            ThreadFacts.put(key, value);
        }
    }

    public static final class PutAllAdvice {
        private PutAllAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) @Nullable Map<?, ?> values) {
            ThreadFacts.putAll(values);
        }
    }

    public static final class ReplaceAdvice {
        private ReplaceAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) @Nullable Map<?, ?> values) {
            ThreadFacts.clear();
            ThreadFacts.putAll(values);
        }
    }

    public static final class RemoveAdvice {
        private RemoveAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) @Nullable String key) {
            ThreadFacts.put(key, null);
        }
    }

    public static final class RemoveAllAdvice {
        private RemoveAllAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) @Nullable Iterable<?> keys) {
            ThreadFacts.removeAll(keys);
        }
    }

    public static final class ClearAdvice {
        private ClearAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit() {
            ThreadFacts.clear();
        }
    }
}
