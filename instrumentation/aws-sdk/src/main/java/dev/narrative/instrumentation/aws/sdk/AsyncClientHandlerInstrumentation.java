package dev.narrative.instrumentation.aws.sdk;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;

/** Where every operation of every asynchronous client ends up, with and without a streamed response. */
final class AsyncClientHandlerInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("software.amazon.awssdk.core.internal.handler.BaseAsyncClientHandler");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("execute").and(isPublic()), ExecuteAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static AdviceScope enter(@Advice.Argument(0) ClientExecutionParams<?, ?> params) {
            return AwsCall.begin(new AsyncCall(), params);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable AdviceScope call,
                @Advice.Return @Nullable CompletableFuture<?> future,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                call.close(future, error);
            }
        }
    }
}
