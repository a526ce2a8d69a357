package dev.narrative.instrumentation.sdk.retries;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.openai.core.http.HttpRequest;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Where OpenAI's SDK sends a request until it is answered well, or it gives up. */
final class OpenAiRetriesInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("com.openai.core.http.RetryingHttpClient");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("execute").and(isPublic()).and(takesArguments(2)), ExecuteAdvice.class);
        weaving.advise(named("executeAsync").and(isPublic()).and(takesArguments(2)), ExecuteAsyncAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.Argument(0) HttpRequest request) {
            return SdkCalls.begin(request.method().name(), request.url());
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable TracedCall call, @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                call.exit(error);
            }
        }
    }

    public static final class ExecuteAsyncAdvice {
        private ExecuteAsyncAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.Argument(0) HttpRequest request) {
            return SdkCalls.begin(request.method().name(), request.url());
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable CompletableFuture<?> exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable CompletableFuture<?> future,
                @Advice.Thrown @Nullable Throwable error) {
            return call == null ? future : SdkCalls.later(call, future, error);
        }
    }
}
