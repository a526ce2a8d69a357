package dev.narrative.instrumentation.jdk.httpserver;

import static net.bytebuddy.matcher.ElementMatchers.named;

import com.sun.net.httpserver.HttpExchange;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpServerSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** The answer to a request whose handler had returned without one. */
final class HttpExchangeInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("sun.net.httpserver.HttpExchangeImpl", "sun.net.httpserver.HttpsExchangeImpl");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("sendResponseHeaders"), SendHeadersAdvice.class);
        weaving.advise(named("close"), CloseAdvice.class);
    }

    public static final class SendHeadersAdvice {
        private static final int NO_BODY = -1;

        private SendHeadersAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(
                @Advice.This HttpExchange exchange, @Advice.Argument(0) int status, @Advice.Argument(1) long length) {
            HttpServerSpan span = JdkHttpServerSingletons.LEFT_OPEN.get(exchange);
            if (span == null) {
                return;
            }
            if (length == NO_BODY) {
                span.end(status, null);
            } else {
                exchange.setStreams(null, new EndingStream(exchange.getResponseBody(), span, status));
            }
        }
    }

    public static final class CloseAdvice {
        private CloseAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.This HttpExchange exchange) {
            HttpServerSpan span = JdkHttpServerSingletons.LEFT_OPEN.take(exchange);
            if (span != null) {
                span.end(exchange.getResponseCode(), null);
            }
        }
    }
}
