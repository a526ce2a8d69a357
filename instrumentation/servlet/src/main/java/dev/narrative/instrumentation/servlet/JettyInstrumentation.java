package dev.narrative.instrumentation.servlet;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpServerScope;
import dev.narrative.instrumentation.http.HttpServerSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.ee10.servlet.ServletChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** The channel that carries a request from its first dispatch to its completion, on whatever threads. */
final class JettyInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.eclipse.jetty.ee10.servlet.ServletChannel");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("handle").and(takesNoArguments()), HandleAdvice.class);
        weaving.advise(named("onCompleted").and(takesNoArguments()), CompletedAdvice.class);
    }

    public static final class HandleAdvice {
        private HandleAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.This ServletChannel channel) {
            ServletContextRequest request = channel.getServletContextRequest();
            return request == null ? null : JakartaRequests.begin(request.getServletApiRequest());
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable AdviceScope scope) {
            if (scope != null) {
                scope.close(null, null);
                ((HttpServerScope) scope).span().goOn();
            }
        }
    }

    public static final class CompletedAdvice {
        private CompletedAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(@Advice.This ServletChannel channel) {
            ServletContextRequest request = channel.getServletContextRequest();
            if (request != null && request.getAttribute(ServletSingletons.SPAN) instanceof HttpServerSpan span) {
                JakartaRequests.end(span, request.getServletApiRequest(), request.getHttpServletResponse(), null);
            }
        }
    }
}
