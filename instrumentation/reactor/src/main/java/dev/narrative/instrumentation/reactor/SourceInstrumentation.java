package dev.narrative.instrumentation.reactor;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/**
 * The sources whose signals come from whatever thread an application or another library chooses. All operators behind
 * a source run within its signals, or on a scheduler's executor, which carries the context itself.
 */
final class SourceInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of(
                "reactor.core.publisher.FluxCreate",
                "reactor.core.publisher.FluxSource",
                "reactor.core.publisher.MonoCreate",
                "reactor.core.publisher.MonoFromPublisher",
                "reactor.core.publisher.MonoIgnorePublisher",
                "reactor.core.publisher.MonoSource",
                "reactor.netty.channel.FluxReceive");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                namedOneOf("subscribe", "subscribeOrReturn")
                        .and(takesArguments(1))
                        .and(takesArgument(0, named("reactor.core.CoreSubscriber"))),
                SubscribeAdvice.class);
    }

    public static final class SubscribeAdvice {
        private SubscribeAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(0))
        public static @Nullable CoreSubscriber<?> enter(@Advice.Argument(0) @Nullable CoreSubscriber<?> subscriber) {
            return subscriber == null ? null : ContextSubscriber.bind(subscriber);
        }
    }
}
