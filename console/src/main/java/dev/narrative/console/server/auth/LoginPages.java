package dev.narrative.console.server.auth;

import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page on which a person shows a token, and what belongs to it. */
public final class LoginPages {
    /** What the pages of the console may load: what comes from here, and nothing else. */
    public static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
            + " data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The attribute under which a request's principal is kept. */
    public static final String PRINCIPAL = "narrative.principal";

    private static final String FORM_COOKIE = "narrative_login";
    private static final int MAX_TOKEN = 200;

    private final Authenticator authenticator;
    private final Logins logins;

    LoginPages(Authenticator authenticator, Logins logins) {
        this.authenticator = authenticator;
        this.logins = logins;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/login", Access.OPEN, this::page),
                Route.get("/login.css", Access.OPEN, ctx -> ctx.contentType("text/css")
                        .result(resource("login.css"))),
                Route.post("/login", Access.OPEN, this::login).leaving(Trail.CHANGE),
                Route.post("/logout", Access.OPEN, this::logout).leaving(Trail.CHANGE),
                Route.get("/api/v1/me", Access.READ, LoginPages::me));
    }

    private void page(Context ctx) {
        write(ctx, "");
    }

    private void write(Context ctx, String message) {
        String proof = TokenSecret.randomText();
        cookie(ctx, FORM_COOKIE, proof, 3_600);
        ctx.header("Content-Security-Policy", PAGE_POLICY);
        ctx.html(resource("login.html").replace("{{proof}}", proof).replace("{{message}}", message));
    }

    private void login(Context ctx) {
        String proof = form(ctx, "proof");
        String cookie = ctx.cookie(FORM_COOKIE);
        if (cookie == null || proof == null || !TokenSecret.isSame(cookie, proof)) {
            throw Problem.of(403, "the form is not the one that this console gave; load the page again");
        }
        String shown = form(ctx, "token");
        Token token;
        try {
            token = authenticator.check(shown == null ? "" : shown.strip(), ctx.ip());
        } catch (Problem wrong) {
            ctx.status(wrong.status());
            write(ctx, wrong.detail());
            return;
        }
        ctx.attribute(PRINCIPAL, new Principal(token.id(), token.name(), token.role(), null));
        cookie(ctx, Authenticator.COOKIE, logins.open(token), (int) Logins.LIFETIME.toSeconds());
        ctx.removeCookie(FORM_COOKIE, "/");
        ctx.status(303).header("Location", "/");
    }

    private void logout(Context ctx) {
        String cookie = ctx.cookie(Authenticator.COOKIE);
        if (cookie != null) {
            logins.close(cookie);
        }
        ctx.removeCookie(Authenticator.COOKIE, "/");
        ctx.status(204);
    }

    /** Who the caller is; a page of ours learns here what to repeat when it changes something. */
    private static void me(Context ctx) {
        Principal principal = Objects.requireNonNull(ctx.<Principal>attribute(PRINCIPAL));
        JsonWriter out = new JsonWriter(256);
        out.beginObject();
        out.name("id").value(principal.id());
        out.name("name").value(principal.name());
        out.name("role").value(principal.role().word());
        String csrf = principal.csrf();
        if (csrf != null) {
            out.name("csrf").value(csrf);
        }
        Answers.json(ctx, out.endObject());
    }

    private static @Nullable String form(Context ctx, String name) {
        if (ctx.req().getContentLengthLong() > 4_096 || ctx.req().getContentLengthLong() < 0) {
            throw Problem.of(413, "the form is too long");
        }
        String value = ctx.formParam(name);
        return value == null || value.length() > MAX_TOKEN ? null : value;
    }

    private static void cookie(Context ctx, String name, String value, int seconds) {
        boolean secure = ctx.scheme().equals("https") || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
        ctx.cookie(new Cookie(name, value, "/", seconds, secure, true, null, SameSite.STRICT));
    }

    private static String resource(String name) {
        try (InputStream in = LoginPages.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the jar lacks " + name, e);
        }
    }
}
