package dev.narrative.instrumentation.okhttp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import okhttp3.Request;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/** The last place before the wire, for every hop of a call: no interceptor sees what is changed here. */
final class ExchangeInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("okhttp3.internal.connection.Exchange");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("writeRequestHeaders").and(takesArguments(1)).and(takesArgument(0, named("okhttp3.Request"))),
                HeadersAdvice.class);
        weaving.advise(
                named("createRequestBody")
                        .and(takesArguments(2))
                        .and(takesArgument(0, named("okhttp3.Request")))
                        .and(takesArgument(1, boolean.class)),
                BodyAdvice.class);
    }

    public static final class HeadersAdvice {
        private HeadersAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(0))
        public static @Nullable Request enter(@Advice.Argument(0) Request request) {
            return OkHttpHeaders.inject(OkHttpSingletons.around(), request);
        }
    }

    public static final class BodyAdvice {
        private BodyAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Sink exit(
                @Advice.Argument(0) Request request,
                @Advice.Argument(1) boolean duplex,
                @Advice.Return @Nullable Sink wire) {
            return wire == null || duplex ? wire : TappedSink.of(OkHttpSingletons.around(), request, wire);
        }
    }
}
