package dev.narrative.instrumentation.apache.httpclient5;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** The last place before the wire, for every hop of a call: no interceptor sees what is changed here. */
final class ClassicConnectionInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(takingRequest("sendRequestHeader"), HeaderAdvice.class);
        weaving.advise(takingRequest("sendRequestEntity"), EntityAdvice.class);
    }

    private static ElementMatcher<MethodDescription> takingRequest(String name) {
        return isPublic()
                .and(named(name))
                .and(takesArguments(1))
                .and(takesArgument(0, named("org.apache.hc.core5.http.ClassicHttpRequest")));
    }

    public static final class HeaderAdvice {
        private HeaderAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.Argument(0) @Nullable ClassicHttpRequest request) {
            return request == null ? null : WireHeaders.inject(ClassicCalls.INSTRUMENTER.around(), request);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }

    public static final class EntityAdvice {
        private EntityAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.Argument(0) @Nullable ClassicHttpRequest request) {
            return request == null ? null : WireEntity.tap(ClassicCalls.INSTRUMENTER.around(), request);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }
}
