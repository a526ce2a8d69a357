package dev.narrative.instrumentation.apache.httpclient4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Where every blocking call goes, whatever it was called by; the last one is the client of before 4.3, still in use. */
final class ClientInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of(
                "org.apache.http.impl.client.InternalHttpClient",
                "org.apache.http.impl.client.MinimalHttpClient",
                "org.apache.http.impl.client.AbstractHttpClient");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("doExecute")
                        .and(takesArguments(3))
                        .and(takesArgument(0, named("org.apache.http.HttpHost")))
                        .and(takesArgument(1, named("org.apache.http.HttpRequest"))),
                ExecuteAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.Argument(0) @Nullable HttpHost target, @Advice.Argument(1) @Nullable HttpRequest request) {
            return request == null ? null : Calls.begin(target, request);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable HttpResponse response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call == null) {
                return;
            }
            HttpClientSpan span = (HttpClientSpan) call;
            if (response == null) {
                span.end(null, error);
            } else {
                Calls.answered(span, response);
            }
        }
    }
}
