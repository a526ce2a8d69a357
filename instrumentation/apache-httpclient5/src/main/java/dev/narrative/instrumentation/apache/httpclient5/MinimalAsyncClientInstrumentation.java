package dev.narrative.instrumentation.apache.httpclient5;

import static dev.narrative.instrumentation.apache.httpclient5.AsyncClientInstrumentation.CALLBACK;
import static dev.narrative.instrumentation.apache.httpclient5.AsyncClientInstrumentation.CONSUMER;
import static dev.narrative.instrumentation.apache.httpclient5.AsyncClientInstrumentation.PRODUCER;
import static dev.narrative.instrumentation.apache.httpclient5.AsyncClientInstrumentation.TARGET;
import static net.bytebuddy.implementation.bytecode.assign.Assigner.Typing.DYNAMIC;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/** Where every call of the minimal asynchronous clients goes, which know neither redirects nor retries. */
final class MinimalAsyncClientInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.apache.hc.client5.http.impl.async.AbstractMinimalHttpAsyncClientBase");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(AsyncClientInstrumentation.doExecute(), ExecuteAdvice.class);
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
                new MinimalProducer(call, producer),
                new TracedConsumer<>(call, consumer),
                new TracedCallback<>(call, callback)
            };
        }
    }
}
