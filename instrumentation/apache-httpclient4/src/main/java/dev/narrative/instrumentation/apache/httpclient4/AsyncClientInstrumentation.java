package dev.narrative.instrumentation.apache.httpclient4;

import static net.bytebuddy.implementation.bytecode.assign.Assigner.Typing.DYNAMIC;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.nio.protocol.HttpAsyncRequestProducer;
import org.apache.http.nio.protocol.HttpAsyncResponseConsumer;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Where every call of HttpAsyncClient goes; redirects and retries are within it. */
final class AsyncClientInstrumentation implements TypeInstrumentation {
    private static final int PRODUCER = 0;
    private static final int CONSUMER = 1;
    private static final int CONTEXT = 2;
    private static final int CALLBACK = 3;

    @Override
    public List<String> types() {
        return List.of(
                "org.apache.http.impl.nio.client.InternalHttpAsyncClient",
                "org.apache.http.impl.nio.client.MinimalHttpAsyncClient");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("execute")
                        .and(takesArguments(4))
                        .and(takesArgument(PRODUCER, named("org.apache.http.nio.protocol.HttpAsyncRequestProducer")))
                        .and(takesArgument(CONSUMER, named("org.apache.http.nio.protocol.HttpAsyncResponseConsumer")))
                        .and(takesArgument(CONTEXT, named("org.apache.http.protocol.HttpContext")))
                        .and(takesArgument(CALLBACK, named("org.apache.http.concurrent.FutureCallback"))),
                ExecuteAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments({
            @Advice.AssignReturned.ToArguments.ToArgument(value = PRODUCER, index = PRODUCER, typing = DYNAMIC),
            @Advice.AssignReturned.ToArguments.ToArgument(value = CONSUMER, index = CONSUMER, typing = DYNAMIC),
            @Advice.AssignReturned.ToArguments.ToArgument(value = CONTEXT, index = CONTEXT, typing = DYNAMIC),
            @Advice.AssignReturned.ToArguments.ToArgument(value = CALLBACK, index = CALLBACK, typing = DYNAMIC)
        })
        public static Object @Nullable [] enter(
                @Advice.Argument(PRODUCER) @Nullable HttpAsyncRequestProducer producer,
                @Advice.Argument(CONSUMER) @Nullable HttpAsyncResponseConsumer<?> consumer,
                @Advice.Argument(CONTEXT) @Nullable HttpContext context,
                @Advice.Argument(CALLBACK) @Nullable FutureCallback<?> callback) {
            if (producer == null || consumer == null) {
                return null;
            }
            HttpContext used = context == null ? new BasicHttpContext() : context;
            AsyncCall call = new AsyncCall(used);
            return new Object[] {
                new TracedProducer(call, producer),
                new TracedConsumer<>(call, consumer),
                used,
                new TracedCallback<>(call, callback)
            };
        }
    }
}
