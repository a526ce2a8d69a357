package dev.narrative.instrumentation.reactor.netty;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import reactor.netty.ConnectionObserver;

/** Subscribes to the request's body once there is a connection: the application's own publishers, in its context. */
final class HandlerObserverInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("reactor.netty.http.client.HttpClientConnect$HttpIOHandlerObserver");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("onStateChange").and(takesArguments(2)), StateAdvice.class);
    }

    public static final class StateAdvice {
        private StateAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(
                @Advice.This ConnectionObserver observer, @Advice.Argument(1) ConnectionObserver.State state) {
            Exchange exchange = ExchangeScope.isReady(state) ? Exchange.of(observer.currentContext()) : null;
            return exchange == null ? null : new ExchangeScope(exchange);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }
}
