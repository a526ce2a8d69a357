package dev.narrative.instrumentation.servlet;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A servlet's entry, for containers that are not known by name; within those that are it finds its request traced. */
final class JakartaServletInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("jakarta.servlet.http.HttpServlet");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("service").and(isPublic()).and(takesArgument(0, named("jakarta.servlet.ServletRequest"))),
                ServiceAdvice.class);
    }

    public static final class ServiceAdvice {
        private ServiceAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.Argument(0) ServletRequest request) {
            return JakartaRequests.begin(request);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable AdviceScope scope,
                @Advice.Argument(0) ServletRequest request,
                @Advice.Argument(1) ServletResponse response,
                @Advice.Thrown @Nullable Throwable error) {
            if (scope != null) {
                JakartaRequests.leave(scope, request, response, error);
            }
        }
    }
}
