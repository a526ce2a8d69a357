package dev.narrative.console.server.rest;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.hold.Hold;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.auth.LoginPages;
import dev.narrative.console.server.auth.Principal;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.JsonBody;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/** Traces are held and let go. */
public final class HoldRoutes {
    private final LiveIndex index;
    private final HeldTraces holds;
    private final JsonBody bodies;
    private final Clock clock;

    public HoldRoutes(LiveIndex index, HeldTraces holds, JsonBody bodies, Clock clock) {
        this.index = index;
        this.holds = holds;
        this.bodies = bodies;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/holds", Access.READ, this::list),
                Route.post("/api/v1/traces/{traceId}/hold", Access.WRITE, this::add)
                        .leaving(Trail.CHANGE),
                Route.delete("/api/v1/traces/{traceId}/hold", Access.WRITE, this::remove)
                        .leaving(Trail.CHANGE));
    }

    private void list(Context ctx) {
        JsonWriter out = new JsonWriter(1_024);
        out.beginObject().name("holds").beginArray();
        ask(holds::list).forEach(hold -> hold.write(out));
        Answers.json(ctx, out.endArray().endObject());
    }

    private void add(Context ctx) throws IOException {
        TraceId id = new Params(ctx).traceId("traceId");
        String reason = bodies.read(ctx).text("reason", "");
        Principal principal = ctx.attribute(LoginPages.PRINCIPAL);
        String by = principal == null ? "" : principal.name();
        Hold asked = Hold.asked(id, clock.instant().toString(), by, reason);
        Hold held = ask(traces -> {
            if (traces.trace(id).isEmpty()) {
                throw TraceCache.missing(id);
            }
            return holds.add(asked, traces);
        });
        JsonWriter out = new JsonWriter(256);
        held.write(out);
        ctx.status(201);
        Answers.json(ctx, out);
    }

    private void remove(Context ctx) {
        TraceId id = new Params(ctx).traceId("traceId");
        if (!ask(traces -> holds.remove(id, traces))) {
            throw Problem.notFound("trace " + id + " is not held");
        }
        index.wake();
        ctx.status(204);
    }

    private interface Question<T> {
        T ask(TraceQueries traces) throws IOException;
    }

    private <T> T ask(Question<T> question) {
        return index.ask(traces -> {
            try {
                return question.ask(traces);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
