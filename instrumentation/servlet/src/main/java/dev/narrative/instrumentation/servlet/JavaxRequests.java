package dev.narrative.instrumentation.servlet;

import dev.narrative.boot.AdviceScope;
import dev.narrative.instrumentation.http.HttpServerScope;
import dev.narrative.instrumentation.http.HttpServerSpan;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** One span for each request, through forwards, includes, error pages and asynchronous dispatches. */
final class JavaxRequests {
    private JavaxRequests() {}

    /** Begins a request or goes on with it, {@code null} within it. */
    static @Nullable AdviceScope begin(ServletRequest request) {
        if (!(request instanceof HttpServletRequest http)) {
            return null;
        }
        if (request.getAttribute(ServletSingletons.SPAN) instanceof HttpServerSpan known) {
            return known.resume();
        }
        HttpServerScope scope = ServletSingletons.INSTRUMENTER.start(new JavaxServerRequest(http));
        if (scope != null) {
            request.setAttribute(ServletSingletons.SPAN, scope.span());
        }
        return scope;
    }

    /** A thread leaves a request, which ends with it unless it became asynchronous. */
    static void leave(AdviceScope scope, ServletRequest request, ServletResponse response, @Nullable Throwable error) {
        scope.close(null, error);
        HttpServerScope left = (HttpServerScope) scope;
        if (!left.isFirst()) {
            return;
        }
        if (request.isAsyncStarted()) {
            left.span().goOn();
            request.getAsyncContext().addListener(new JavaxAsyncEnd(left.span()), request, response);
        } else {
            end(left.span(), request, response, error);
        }
    }

    static void end(HttpServerSpan span, ServletRequest request, ServletResponse response, @Nullable Throwable thrown) {
        Throwable error = thrown;
        if (error == null && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable handled) {
            error = handled;
        }
        int status = response instanceof HttpServletResponse http ? http.getStatus() : 0;
        span.end(ServletErrors.status(status, thrown != null, response.isCommitted()), error);
    }
}
