package dev.narrative.instrumentation.aws.sdk;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The interceptors of one call, copied by the SDK from those of its client. Ours comes last, so that it is the nearest to
 * the wire both ways; the client's own list stays as the application knows it.
 */
final class InterceptorChainInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("software.amazon.awssdk.core.interceptor.ExecutionInterceptorChain");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isConstructor(), CopyAdvice.class);
    }

    public static final class CopyAdvice {
        private CopyAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.FieldValue("interceptors") List<ExecutionInterceptor> copy) {
            if (!copy.contains(AwsSdkSingletons.INTERCEPTOR)) {
                copy.add(AwsSdkSingletons.INTERCEPTOR);
            }
        }
    }
}
