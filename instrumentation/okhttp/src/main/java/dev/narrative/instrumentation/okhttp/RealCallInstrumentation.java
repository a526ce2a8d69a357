package dev.narrative.instrumentation.okhttp;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The two ways of making a call. Whatever happens within, redirects, retries and interceptors, is part of it. */
final class RealCallInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("okhttp3.RealCall", "okhttp3.internal.connection.RealCall");
    }

    @Override
    public List<String> needs() {
        return List.of("okhttp3.internal.connection.Exchange", "okio.Buffer$UnsafeCursor");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("execute").and(isPublic()).and(takesNoArguments()), ExecuteAdvice.class);
        weaving.advise(
                named("enqueue").and(isPublic()).and(takesArgument(0, named("okhttp3.Callback"))), EnqueueAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.This Call call) {
            return OkHttpSingletons.begin(call);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Response exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable Response response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call == null) {
                return response;
            }
            HttpClientSpan span = (HttpClientSpan) call;
            if (response == null) {
                span.end(null, error);
                return null;
            }
            return OkHttpSingletons.answered(span, response);
        }
    }

    public static final class EnqueueAdvice {
        private EnqueueAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(0))
        public static @Nullable Callback enter(
                @Advice.This Call call, @Advice.Argument(0) @Nullable Callback callback) {
            return callback == null ? null : TracedCallback.begin(call, callback);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable Callback callback, @Advice.Thrown @Nullable Throwable error) {
            if (error != null && callback instanceof TracedCallback traced) {
                traced.fail(error);
            }
        }
    }
}
