package dev.narrative.instrumentation.jdk.httpclient;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.net.http.HttpResponse.BodyHandler;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * One request with its redirects and retries, which is made on the calling thread and keeps the application's body
 * handler. Where the span asks for the response's bytes, the handler is replaced by one that shows them.
 */
final class MultiExchangeInstrumentation implements TypeInstrumentation {
    private static final int HANDLER = 3;

    @Override
    public List<String> types() {
        return List.of("jdk.internal.net.http.MultiExchange");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isConstructor().and(takesArgument(HANDLER, BodyHandler.class)), HandlerAdvice.class);
    }

    public static final class HandlerAdvice {
        private HandlerAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(HANDLER))
        public static @Nullable BodyHandler<?> enter(@Advice.Argument(HANDLER) @Nullable BodyHandler<?> handler) {
            HttpClientSpan span = JdkHttpClientSingletons.INSTRUMENTER.running();
            return span == null || handler == null || !span.hasBodyTaps()
                    ? handler
                    : new TappedHandler<>(handler, span);
        }
    }
}
