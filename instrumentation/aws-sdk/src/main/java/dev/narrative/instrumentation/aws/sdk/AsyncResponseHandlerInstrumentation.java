package dev.narrative.instrumentation.aws.sdk;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.http.ExecutionContext;

/**
 * What the HTTP client's threads tell of a response. They go on from here into the application's response handlers and
 * transformers, which belong to the caller's context.
 */
final class AsyncResponseHandlerInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("software.amazon.awssdk.core.internal.http.async"
                + ".AsyncAfterTransmissionInterceptorCallingResponseHandler");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("onHeaders").or(named("onStream")).or(named("onError")), CallbackAdvice.class);
    }

    public static final class CallbackAdvice {
        private CallbackAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.FieldValue("context") ExecutionContext context) {
            AwsCall call = AwsSdkSingletons.call(context.executionAttributes());
            return call == null ? null : CallerScope.of(call.caller());
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }
}
