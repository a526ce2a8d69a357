package dev.narrative.instrumentation.apache.httpclient4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpRequest;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** The last place before the wire, for every hop of a blocking call: no interceptor sees what is changed here. */
final class RequestExecutorInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.apache.http.protocol.HttpRequestExecutor");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("doSendRequest")
                        .and(takesArguments(3))
                        .and(takesArgument(0, named("org.apache.http.HttpRequest")))
                        .and(takesArgument(2, named("org.apache.http.protocol.HttpContext"))),
                SendAdvice.class);
    }

    public static final class SendAdvice {
        private SendAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(0) @Nullable HttpRequest request, @Advice.Argument(2) @Nullable HttpContext context) {
            if (request != null) {
                WireHeaders.inject(Calls.INSTRUMENTER.around(), request, context);
            }
        }
    }
}
