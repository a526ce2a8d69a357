package dev.narrative.instrumentation.jdk.httpserver;

import static net.bytebuddy.matcher.ElementMatchers.named;

import com.sun.net.httpserver.HttpExchange;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpServerSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The chain of filters and handler. Its outermost call is the request's span, the inner ones are part of it. */
final class FilterChainInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("com.sun.net.httpserver.Filter$Chain");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("doFilter"), DoFilterAdvice.class);
    }

    public static final class DoFilterAdvice {
        private DoFilterAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.Argument(0) HttpExchange exchange) {
            return JdkHttpServerSingletons.INSTRUMENTER.start(new JdkHttpServerRequest(exchange));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Argument(0) HttpExchange exchange,
                @Advice.Thrown @Nullable Throwable error) {
            if (call == null) {
                return;
            }
            HttpServerSpan span = (HttpServerSpan) call;
            int status = exchange.getResponseCode();
            if (error != null || status > 0) {
                span.end(status, error);
            } else {
                leaveOpen(exchange, span);
            }
        }

        private static void leaveOpen(HttpExchange exchange, HttpServerSpan span) {
            span.detach();
            JdkHttpServerSingletons.LEFT_OPEN.put(exchange, span);
            // The other thread may have been faster than this one.
            if (exchange.getResponseCode() > 0) {
                span.end(exchange.getResponseCode(), null);
            }
        }
    }
}
