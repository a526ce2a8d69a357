package dev.narrative.instrumentation.jdk.httpclient;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The two ways of sending; all overloads come down to these. */
final class HttpClientImplInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("jdk.internal.net.http.HttpClientImpl");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("send").and(isPublic()).and(takesArguments(2)), SendAdvice.class);
        weaving.advise(named("sendAsync").and(isPublic()).and(takesArguments(3)), SendAsyncAdvice.class);
    }

    public static final class SendAdvice {
        private SendAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.Argument(0) @Nullable HttpRequest request) {
            return request == null ? null : JdkHttpClientSingletons.INSTRUMENTER.start(new JdkHttpRequest(request));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable HttpResponse<?> response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                ((HttpClientSpan) call).end(JdkHttpResponse.of(response), error);
            }
        }
    }

    public static final class SendAsyncAdvice {
        private SendAsyncAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.Argument(0) @Nullable HttpRequest request) {
            return request == null ? null : JdkHttpClientSingletons.INSTRUMENTER.start(new JdkHttpRequest(request));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable CompletableFuture<?> exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable CompletableFuture<? extends HttpResponse<?>> future,
                @Advice.Thrown @Nullable Throwable error) {
            if (call == null) {
                return future;
            }
            HttpClientSpan span = (HttpClientSpan) call;
            if (future == null) {
                span.end(null, error);
                return null;
            }
            span.detach();
            SpanEnd end = new SpanEnd(span);
            CompletableFuture<? extends HttpResponse<?>> handedOut = future.whenComplete(end);
            // The application may cancel or complete it by itself, of which the exchange need not learn.
            handedOut.whenComplete(end);
            return handedOut;
        }
    }
}
