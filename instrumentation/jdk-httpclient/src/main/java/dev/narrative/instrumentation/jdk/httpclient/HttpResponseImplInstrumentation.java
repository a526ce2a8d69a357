package dev.narrative.instrumentation.jdk.httpclient;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Where the application gets a body: a stream that is tapped is handed out as one that tells when it is dropped. */
final class HttpResponseImplInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("jdk.internal.net.http.HttpResponseImpl");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("body").and(isPublic()).and(takesNoArguments()), BodyAdvice.class);
    }

    public static final class BodyAdvice {
        private BodyAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Object exit(@Advice.Return @Nullable Object body) {
            return body instanceof KeptStream kept ? kept.handOut() : body;
        }
    }
}
