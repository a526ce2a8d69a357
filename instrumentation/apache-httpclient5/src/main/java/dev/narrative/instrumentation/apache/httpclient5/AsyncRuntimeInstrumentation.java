package dev.narrative.instrumentation.apache.httpclient5;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.jspecify.annotations.Nullable;

/** What an asynchronous client makes for each call, and sends each hop of the call by. */
final class AsyncRuntimeInstrumentation implements TypeInstrumentation {
    private static final int HANDLER = 1;

    @Override
    public List<String> types() {
        return List.of(
                "org.apache.hc.client5.http.impl.async.InternalHttpAsyncExecRuntime",
                "org.apache.hc.client5.http.impl.async.InternalH2AsyncExecRuntime");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isConstructor(), ConstructorAdvice.class);
        weaving.advise(
                named("execute")
                        .and(takesArguments(3))
                        .and(takesArgument(HANDLER, named("org.apache.hc.core5.http.nio.AsyncClientExchangeHandler"))),
                ExecuteAdvice.class);
    }

    public static final class ConstructorAdvice {
        private ConstructorAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(@Advice.This Object runtime) {
            AsyncCall.sentBy(runtime);
        }
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(HANDLER))
        public static @Nullable AsyncClientExchangeHandler enter(
                @Advice.This Object runtime, @Advice.Argument(HANDLER) @Nullable AsyncClientExchangeHandler handler) {
            HttpClientSpan span = handler == null ? null : AsyncCall.sending(runtime);
            return handler == null || span == null ? handler : new TracedHandler(span, handler);
        }
    }
}
