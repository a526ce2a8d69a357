package dev.narrative.instrumentation.jdk.httpserver;

import static net.bytebuddy.matcher.ElementMatchers.named;

import com.sun.net.httpserver.HttpExchange;
import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpServerScope;
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
        public static @Nullable AdviceScope enter(@Advice.Argument(0) HttpExchange exchange) {
            return JdkHttpServerSingletons.INSTRUMENTER.start(new JdkHttpServerRequest(exchange));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable AdviceScope scope,
                @Advice.Argument(0) HttpExchange exchange,
                @Advice.Thrown @Nullable Throwable error) {
            if (scope == null) {
                return;
            }
            scope.close(null, error);
            HttpServerSpan span = ((HttpServerScope) scope).span();
            int status = exchange.getResponseCode();
            if (error == null && status <= 0) {
                span.goOn();
                JdkHttpServerSingletons.LEFT_OPEN.put(exchange, span);
                // The other thread may have been faster than this one.
                status = exchange.getResponseCode();
            }
            if (error != null || status > 0) {
                span.end(status, error);
            }
        }
    }
}
