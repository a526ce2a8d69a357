package dev.narrative.instrumentation.servlet;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A servlet's entry, for containers that are not known by name; within those that are it finds its request traced. */
final class JavaxServletInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("javax.servlet.http.HttpServlet");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("service").and(isPublic()).and(takesArgument(0, named("javax.servlet.ServletRequest"))),
                ServiceAdvice.class);
    }

    public static final class ServiceAdvice {
        private ServiceAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.Argument(0) ServletRequest request) {
            return JavaxRequests.begin(request);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable AdviceScope scope,
                @Advice.Argument(0) ServletRequest request,
                @Advice.Argument(1) ServletResponse response,
                @Advice.Thrown @Nullable Throwable error) {
            if (scope != null) {
                JavaxRequests.leave(scope, request, response, error);
            }
        }
    }
}
