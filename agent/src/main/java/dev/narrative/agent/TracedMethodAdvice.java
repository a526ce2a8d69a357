package dev.narrative.agent;

import dev.narrative.boot.MethodHooks;
import dev.narrative.boot.TracedCall;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/**
 * What is copied into a named method. It comes in halves, so that a method pays for its arguments and its result only
 * where a rule looks at them.
 */
final class TracedMethodAdvice {
    private TracedMethodAdvice() {}

    /** The number of the woven method, a constant in its code. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Site {}

    static final class Enter {
        private Enter() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static @Nullable TracedCall enter(@Site int site) {
            return MethodHooks.enter(site);
        }
    }

    static final class EnterWithArguments {
        private EnterWithArguments() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static @Nullable TracedCall enter(
                @Site int site,
                @Advice.This(optional = true) @Nullable Object self,
                @Advice.AllArguments Object[] arguments) {
            return MethodHooks.enter(site, self, arguments);
        }
    }

    static final class Exit {
        private Exit() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(@Advice.Enter @Nullable TracedCall call, @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                call.exit(error);
            }
        }
    }

    static final class ExitWithResult {
        private ExitWithResult() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object returned,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                returned = call.exit(returned, error);
            }
        }
    }
}
