package dev.narrative.instrumentation.apache.httpclient5;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Where every blocking call of either client goes, whatever it was called by: redirects and retries are within it. */
final class ClassicClientInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of(
                "org.apache.hc.client5.http.impl.classic.InternalHttpClient",
                "org.apache.hc.client5.http.impl.classic.MinimalHttpClient");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("doExecute")
                        .and(takesArguments(3))
                        .and(takesArgument(0, named("org.apache.hc.core5.http.HttpHost")))
                        .and(takesArgument(1, named("org.apache.hc.core5.http.ClassicHttpRequest"))),
                ExecuteAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.Argument(0) @Nullable HttpHost target,
                @Advice.Argument(1) @Nullable ClassicHttpRequest request) {
            return request == null ? null : ClassicCalls.begin(target, request);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable ClassicHttpResponse response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call == null) {
                return;
            }
            HttpClientSpan span = (HttpClientSpan) call;
            if (response == null) {
                span.end(null, error);
            } else {
                ClassicCalls.answered(span, response);
            }
        }
    }
}
