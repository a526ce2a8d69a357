package dev.narrative.instrumentation.apache.httpclient5;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;

import dev.narrative.boot.Contexts;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * What makes threads that serve all calls and outlive them: the reactor, the cleaner of the pool. They begin without the
 * context of whoever built the client, and do not keep its span alive.
 */
final class ThreadsInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of(
                "org.apache.hc.core5.reactor.DefaultConnectingIOReactor",
                "org.apache.hc.client5.http.impl.IdleConnectionEvictor");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isConstructor(), ConstructorAdvice.class);
    }

    public static final class ConstructorAdvice {
        private ConstructorAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable Object enter() {
            return Contexts.current() == null ? null : Contexts.attach(null);
        }

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable Object context) {
            if (context != null) {
                Contexts.restore(context);
            }
        }
    }
}
