package dev.narrative.console.server.rest;

import dev.narrative.console.server.audit.AuditEntry;
import dev.narrative.console.server.audit.AuditLog;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.metrics.Metrics;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** What the console says about itself. */
public final class ConsoleRoutes {
    /** An index that is older than that is not followed any more. */
    private static final long STALE_MILLIS = 60_000;

    private final LiveIndex index;
    private final Metrics metrics;
    private final AuditLog audit;

    public ConsoleRoutes(LiveIndex index, Metrics metrics, AuditLog audit) {
        this.index = index;
        this.metrics = metrics;
        this.audit = audit;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/health", Access.OPEN, this::health),
                Route.get("/metrics", Access.READ, ctx -> ctx.contentType(Metrics.TEXT)
                        .result(metrics.text())),
                Route.get("/api/v1/openapi.yaml", Access.READ, ConsoleRoutes::description),
                Route.get("/api/v1/audit", Access.ADMINISTER, this::audit).leaving(Trail.READ));
    }

    /** Whether the journals are followed; of a first index, which takes a while, too. */
    private void health(Context ctx) {
        boolean stale = index.ageMillis() > STALE_MILLIS;
        JsonWriter out = new JsonWriter(128);
        out.beginObject().name("status").value(stale ? "behind" : "ok");
        out.name("indexAgeMs").value(index.ageMillis());
        Answers.json(ctx, out.endObject());
    }

    private static void description(Context ctx) throws IOException {
        try (InputStream in = ConsoleRoutes.class.getResourceAsStream("openapi.yaml")) {
            ctx.contentType("application/yaml")
                    .result(Objects.requireNonNull(in).readAllBytes());
        }
    }

    private void audit(Context ctx) {
        Params params = new Params(ctx);
        String who = params.text("who");
        String action = params.text("action");
        List<AuditEntry> entries = audit.latest(
                params.count("limit", 100, 10_000),
                entry -> (who == null || who.equals(entry.who())) && (action == null || action.equals(entry.action())));
        JsonWriter out = new JsonWriter(entries.size() * 256);
        out.beginObject().name("entries").beginArray();
        entries.forEach(entry -> entry.write(out));
        Answers.json(ctx, out.endArray().endObject());
    }
}
