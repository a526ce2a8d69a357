package dev.narrative.instrumentation.okhttp;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import okhttp3.Callback;
import org.jspecify.annotations.Nullable;

/** An enqueued call on the dispatcher's thread, which goes on with the span that began when it was enqueued. */
final class AsyncCallInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("okhttp3.RealCall$AsyncCall", "okhttp3.internal.connection.RealCall$AsyncCall");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(namedOneOf("run", "execute").and(takesNoArguments()), RunAdvice.class);
    }

    public static final class RunAdvice {
        private RunAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("responseCallback") @Nullable Callback callback) {
            if (callback instanceof TracedCallback traced) {
                traced.resume();
            }
        }

        /** The callback has ended the span, unless something failed that the library does not tell it of. */
        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.FieldValue("responseCallback") @Nullable Callback callback,
                @Advice.Thrown @Nullable Throwable error) {
            if (callback instanceof TracedCallback traced) {
                traced.fail(error);
            }
        }
    }
}
