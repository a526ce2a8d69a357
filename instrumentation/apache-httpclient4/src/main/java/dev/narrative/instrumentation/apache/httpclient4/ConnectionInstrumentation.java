package dev.narrative.instrumentation.apache.httpclient4;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpEntityEnclosingRequest;
import org.jspecify.annotations.Nullable;

/** Where a connection writes a request's body. */
final class ConnectionInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.apache.http.impl.DefaultBHttpClientConnection");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                isPublic()
                        .and(named("sendRequestEntity"))
                        .and(takesArguments(1))
                        .and(takesArgument(0, named("org.apache.http.HttpEntityEnclosingRequest"))),
                EntityAdvice.class);
    }

    public static final class EntityAdvice {
        private EntityAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.Argument(0) @Nullable HttpEntityEnclosingRequest request) {
            return request == null ? null : WireEntity.tap(request);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
            }
        }
    }
}
