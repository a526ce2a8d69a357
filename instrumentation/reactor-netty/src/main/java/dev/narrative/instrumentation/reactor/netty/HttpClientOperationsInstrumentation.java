package dev.narrative.instrumentation.reactor.netty;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientInfos;

/** One attempt on one connection, from its headers to the end of the response. */
final class HttpClientOperationsInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("reactor.netty.http.client.HttpClientOperations");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("beforeMarkSentHeaders").and(takesNoArguments()), HeadersAdvice.class);
        weaving.advise(named("onInboundNext").and(takesArguments(2)), MessageAdvice.class);
        weaving.advise(named("onInboundCancel").and(takesNoArguments()), CancelAdvice.class);
        weaving.advise(named("onInboundClose").and(takesNoArguments()), LeaveAdvice.class);
        weaving.advise(named("afterInboundComplete").and(takesNoArguments()), LeaveAdvice.class);
    }

    /** The application has set its headers, and nothing is written yet. */
    public static final class HeadersAdvice {
        private HeadersAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.This HttpClientInfos operations) {
            Exchange exchange = Exchange.of(operations.currentContextView());
            if (exchange != null) {
                exchange.sending(operations);
            }
        }
    }

    /** What came in, decompressed where the client does that, before anybody else sees it. */
    public static final class MessageAdvice {
        private MessageAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(
                @Advice.This HttpClientInfos operations, @Advice.Argument(1) @Nullable Object message) {
            Exchange exchange = Exchange.of(operations.currentContextView());
            if (exchange != null && message != null) {
                exchange.received(operations, message);
            }
        }
    }

    /** The application wants no more of the response. */
    public static final class CancelAdvice {
        private CancelAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(@Advice.This HttpClientInfos operations) {
            Exchange exchange = Exchange.of(operations.currentContextView());
            if (exchange != null) {
                exchange.abandoned(operations);
            }
        }
    }

    /** The client is done with the response, whatever came of it; a failure has been told by then. */
    public static final class LeaveAdvice {
        private LeaveAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable Object enter(@Advice.This HttpClientInfos operations) {
            return Exchange.of(operations.currentContextView());
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.This HttpClientInfos operations, @Advice.Enter @Nullable Object exchange) {
            if (exchange != null) {
                ((Exchange) exchange).abandoned(operations);
            }
        }
    }
}
