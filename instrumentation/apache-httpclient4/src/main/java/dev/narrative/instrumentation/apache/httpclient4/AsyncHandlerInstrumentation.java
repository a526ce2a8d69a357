package dev.narrative.instrumentation.apache.httpclient4;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpRequest;
import org.apache.http.nio.protocol.HttpAsyncRequestProducer;
import org.jspecify.annotations.Nullable;

/** Where an asynchronous call's next hop is about to be written. */
final class AsyncHandlerInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of(
                "org.apache.http.impl.nio.client.DefaultClientExchangeHandlerImpl",
                "org.apache.http.impl.nio.client.MinimalClientExchangeHandlerImpl");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isPublic().and(named("generateRequest")).and(takesNoArguments()), GenerateAdvice.class);
    }

    public static final class GenerateAdvice {
        private GenerateAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(
                @Advice.FieldValue("requestProducer") @Nullable HttpAsyncRequestProducer producer,
                @Advice.Return @Nullable HttpRequest hop) {
            if (hop != null && producer instanceof TracedProducer traced) {
                traced.inject(hop);
            }
        }
    }
}
