package dev.narrative.instrumentation.reactor.netty;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientInfos;

/**
 * Where a response that has begun is cut off: by the other side, by a timeout, or by what can't be decoded. Servers and
 * other protocols have the same class.
 */
final class ChannelOperationsInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("reactor.netty.channel.ChannelOperations");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("onInboundError").and(takesArguments(Throwable.class)), ErrorAdvice.class);
    }

    public static final class ErrorAdvice {
        private ErrorAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(@Advice.This Object operations, @Advice.Argument(0) @Nullable Throwable error) {
            if (operations instanceof HttpClientInfos client && error != null) {
                Exchange exchange = Exchange.of(client.currentContextView());
                if (exchange != null) {
                    exchange.failed(client, error);
                }
            }
        }
    }
}
