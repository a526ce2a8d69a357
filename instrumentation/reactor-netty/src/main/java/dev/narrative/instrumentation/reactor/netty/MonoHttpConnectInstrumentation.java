package dev.narrative.instrumentation.reactor.netty;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientConfig;

/**
 * The one source of all that the client offers: each subscription is a request, with the redirects and the retry that
 * the client makes by itself.
 */
final class MonoHttpConnectInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("reactor.netty.http.client.HttpClientConnect$MonoHttpConnect");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("subscribe").and(takesArguments(1)), SubscribeAdvice.class);
    }

    public static final class SubscribeAdvice {
        private SubscribeAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(0))
        public static @Nullable CoreSubscriber<?> enter(
                @Advice.FieldValue("config") HttpClientConfig config,
                @Advice.Argument(0) @Nullable CoreSubscriber<? super Connection> subscriber) {
            if (subscriber == null) {
                return null;
            }
            NettyRequest request = new NettyRequest(config);
            HttpClientSpan span = ReactorNettySingletons.INSTRUMENTER.start(request);
            if (span == null) {
                return null;
            }
            span.detach();
            return new ExchangeSubscriber(subscriber, new Exchange(span, request.host() != null));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable CoreSubscriber<?> subscriber, @Advice.Thrown @Nullable Throwable error) {
            if (subscriber != null && error != null) {
                ((ExchangeSubscriber) subscriber).exchange().failed(error);
            }
        }
    }
}
