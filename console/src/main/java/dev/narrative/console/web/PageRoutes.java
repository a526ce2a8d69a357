package dev.narrative.console.web;

import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages and what they load. Each page is the same document: its modules draw what the path names. Files are open to
 * everybody, as they hold nothing that was traced; a page asks for a login first.
 */
public final class PageRoutes {
    private static final List<String> PAGES = List.of(
            "/",
            "/traces",
            "/traces/{traceId}",
            "/compare",
            "/sessions",
            "/sessions/{sessionId}",
            "/stories",
            "/stories/{storyId}",
            "/users",
            "/users/{userId}",
            "/live",
            "/dashboards",
            "/alerts",
            "/settings",
            "/audit");

    /** A browser asks whether it is still the same: a newer console has other files under the same names. */
    private static final String ASKED_AGAIN = "no-cache";
    /** A version's files never change, and its number is in the path. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets own = new Assets("web/");
    private final Assets libraries = new Assets("META-INF/resources/webjars/");
    private final Asset index;
    private final String policy;

    public PageRoutes() {
        index = own.find("index.html").orElseThrow();
        policy = PagePolicy.of(index.text());
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        PAGES.forEach(path -> routes.add(Route.get(path, Access.READ, this::page)));
        routes.add(Route.get("/web/<path>", Access.OPEN, ctx -> file(ctx, own, ASKED_AGAIN)));
        routes.add(Route.get("/lib/<path>", Access.OPEN, ctx -> file(ctx, libraries, FOR_EVER)));
        return routes;
    }

    private void page(Context ctx) {
        ctx.header("Content-Security-Policy", policy);
        index.answer(ctx, ASKED_AGAIN);
    }

    private static void file(Context ctx, Assets assets, String caching) {
        assets.find(ctx.pathParam("path"))
                .orElseThrow(() -> Problem.notFound("there is no such file"))
                .answer(ctx, caching);
    }
}
