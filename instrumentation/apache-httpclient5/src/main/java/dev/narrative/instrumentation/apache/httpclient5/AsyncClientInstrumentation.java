package dev.narrative.instrumentation.apache.httpclient5;

import static net.bytebuddy.implementation.bytecode.assign.Assigner.Typing.DYNAMIC;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/** Where every call of the asynchronous clients for HTTP/1.1 and HTTP/2 goes; redirects and retries are within it. */
final class AsyncClientInstrumentation implements TypeInstrumentation {
    static final int TARGET = 0;
    static final int PRODUCER = 1;
    static final int CONSUMER = 2;
    static final int CALLBACK = 5;

    @Override
    public List<String> types() {
        return List.of("org.apache.hc.client5.http.impl.async.InternalAbstractHttpAsyncClient");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(doExecute(), ExecuteAdvice.class);
    }

    static ElementMatcher<MethodDescription> doExecute() {
        return named("doExecute")
                .and(takesArguments(6))
                .and(takesArgument(TARGET, named("org.apache.hc.core5.http.HttpHost")))
                .and(takesArgument(PRODUCER, named("org.apache.hc.core5.http.nio.AsyncRequestProducer")))
                .and(takesArgument(CONSUMER, named("org.apache.hc.core5.http.nio.AsyncResponseConsumer")))
                .and(takesArgument(CALLBACK, named("org.apache.hc.core5.concurrent.FutureCallback")));
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments({
            @Advice.AssignReturned.ToArguments.ToArgument(value = PRODUCER, index = 0, typing = DYNAMIC),
            @Advice.AssignReturned.ToArguments.ToArgument(value = CONSUMER, index = 1, typing = DYNAMIC),
            @Advice.AssignReturned.ToArguments.ToArgument(value = CALLBACK, index = 2, typing = DYNAMIC)
        })
        public static Object @Nullable [] enter(
                @Advice.Argument(TARGET) @Nullable HttpHost target,
                @Advice.Argument(PRODUCER) @Nullable AsyncRequestProducer producer,
                @Advice.Argument(CONSUMER) @Nullable AsyncResponseConsumer<?> consumer,
                @Advice.Argument(CALLBACK) @Nullable FutureCallback<?> callback) {
            if (producer == null || consumer == null) {
                return null;
            }
            AsyncCall call = new AsyncCall(target);
            return new Object[] {
                new TracedProducer(call, producer),
                new TracedConsumer<>(call, consumer),
                new TracedCallback<>(call, callback)
            };
        }
    }
}
