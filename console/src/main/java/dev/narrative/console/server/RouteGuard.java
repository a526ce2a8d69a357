package dev.narrative.console.server;

import dev.narrative.console.server.audit.AuditEntry;
import dev.narrative.console.server.audit.AuditLog;
import dev.narrative.console.server.auth.Authenticator;
import dev.narrative.console.server.auth.LoginPages;
import dev.narrative.console.server.auth.Principal;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.metrics.Metrics;
import dev.narrative.model.masking.Masking;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stands before each route: who calls, whether that one may, and what of it is written down. An answer with contents
 * goes out only when it is in the audit log.
 */
final class RouteGuard {
    private static final String CSRF_HEADER = "X-CSRF-Token";
    private static final int MAX_WHAT = 500;

    private final Authenticator authenticator;
    private final AuditLog audit;
    private final Metrics metrics;
    private final Clock clock;

    RouteGuard(Authenticator authenticator, AuditLog audit, Metrics metrics, Clock clock) {
        this.authenticator = authenticator;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    Handler guarded(Route route) {
        return ctx -> {
            long begin = System.nanoTime();
            handle(route, ctx);
            if (leavesTrail(route, ctx)) {
                writeDown(route, ctx);
            }
            count(route, ctx, System.nanoTime() - begin);
        };
    }

    private void handle(Route route, Context ctx) throws Exception {
        try {
            Principal principal = authenticate(route, ctx);
            if (principal != null) {
                ctx.attribute(LoginPages.PRINCIPAL, principal);
            }
            if (route.access() != Access.OPEN) {
                check(route, principal, ctx);
            }
            route.handler().handle(ctx);
        } catch (Problem problem) {
            refuse(problem, ctx);
        } catch (UncheckedIOException | IOException e) {
            Answers.problem(ctx, Problem.tryAgain(503, "a file can't be read or written (" + e.getMessage() + ")", 5));
        }
    }

    /** Who it is; on an open route it does not matter, and a wrong token is no hindrance. */
    private @Nullable Principal authenticate(Route route, Context ctx) {
        try {
            return authenticator.authenticate(ctx);
        } catch (Problem wrong) {
            if (route.access() == Access.OPEN) {
                return null;
            }
            throw wrong;
        }
    }

    private static void check(Route route, @Nullable Principal principal, Context ctx) {
        if (principal == null) {
            throw Problem.of(401, "a token is needed: Authorization: Bearer <token>, or log in at /login");
        }
        if (!principal.role().may(route.access())) {
            throw Problem.of(403, "a token of the role " + principal.role().word() + " may not do this");
        }
        String csrf = principal.csrf();
        if (csrf != null && route.isUnsafe() && !csrf.equals(ctx.header(CSRF_HEADER))) {
            throw Problem.of(403, CSRF_HEADER + " must repeat what /api/v1/me tells");
        }
    }

    private static void refuse(Problem problem, Context ctx) {
        String accepted = ctx.header("Accept");
        boolean page = ctx.method().name().equals("GET") && accepted != null && accepted.contains("text/html");
        if (problem.status() == 401 && page) {
            ctx.status(303).header("Location", "/login");
            return;
        }
        Answers.problem(ctx, problem);
        if (problem.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"narrative\"");
        }
    }

    private static boolean leavesTrail(Route route, Context ctx) {
        return switch (route.trail()) {
            case NONE -> false;
            case SEARCH -> ctx.queryParam("text") != null || ctx.statusCode() >= 400;
            case READ, CHANGE -> true;
        };
    }

    private void writeDown(Route route, Context ctx) {
        Principal principal = ctx.attribute(LoginPages.PRINCIPAL);
        String query = ctx.queryString();
        String what = ctx.method().name() + " " + ctx.path() + (query == null ? "" : "?" + query);
        AuditEntry entry = new AuditEntry(
                clock.instant().toString(),
                principal == null ? "" : principal.id(),
                principal == null ? "" : principal.name(),
                principal == null ? "" : principal.role().word(),
                ctx.ip(),
                route.trail().name().toLowerCase(Locale.ROOT),
                Masking.maskStart(what, MAX_WHAT),
                ctx.statusCode());
        try {
            audit.append(entry);
        } catch (UncheckedIOException e) {
            if (route.trail() != Trail.CHANGE) {
                Answers.problem(ctx, Problem.tryAgain(503, "the audit log can't be written; look at its disk", 5));
            }
        }
    }

    private void count(Route route, Context ctx, long nanos) {
        metrics.counter(
                        "narrative_http_requests_total",
                        "Requests by route and status.",
                        "method",
                        route.method(),
                        "route",
                        route.path(),
                        "status",
                        Integer.toString(ctx.statusCode()))
                .increment();
        metrics.histogram("narrative_http_duration_seconds", "From a request to its answer.", "route", route.path())
                .observeNanos(nanos);
    }
}
