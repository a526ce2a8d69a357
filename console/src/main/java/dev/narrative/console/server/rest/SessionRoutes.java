package dev.narrative.console.server.rest;

import dev.narrative.console.export.SummaryJson;
import dev.narrative.console.query.SessionCursor;
import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.store.SessionPage;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.StatsRow;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sums: sessions, and model calls in groups. */
public final class SessionRoutes {
    private static final int USUAL = 50;
    private static final int MOST = 1_000;

    private final LiveIndex index;
    private final Clock clock;

    public SessionRoutes(LiveIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/sessions", Access.READ, this::list),
                Route.get("/api/v1/sessions/{sessionId}", Access.READ, this::one),
                Route.get("/api/v1/stats", Access.READ, this::stats));
    }

    private void list(Context ctx) {
        Params params = new Params(ctx);
        SessionQuery query = new SessionQuery(
                params.text("user"),
                params.text("story"),
                new TraceFilter(ctx, clock).sinceNanos(),
                params.count("limit", USUAL, MOST),
                params.parsed("cursor", SessionCursor::parse));
        SessionPage page = index.ask(traces -> traces.sessions(query));
        JsonWriter out = new JsonWriter(page.sessions().size() * 512);
        out.beginObject().name("sessions").beginArray();
        page.sessions().forEach(session -> SummaryJson.write(session, out));
        out.endArray();
        if (page.next() != null) {
            out.name("next").value(page.next().toString());
        }
        Answers.json(ctx, out.endObject());
    }

    private void one(Context ctx) {
        String id = ctx.pathParam("sessionId");
        SessionSummary session = index.ask(traces -> traces.session(id))
                .orElseThrow(() -> Problem.notFound("there is no session " + id));
        JsonWriter out = new JsonWriter(512);
        SummaryJson.write(session, out);
        Answers.json(ctx, out);
    }

    private void stats(Context ctx) {
        StatsBy by = new Params(ctx).parsed("by", SessionRoutes::by);
        TraceFilter filter = new TraceFilter(ctx, clock);
        StatsQuery query = new StatsQuery(
                by == null ? StatsBy.MODEL : by, filter.conditions(), filter.sinceNanos(), filter.untilNanos());
        List<StatsRow> rows = index.ask(traces -> traces.stats(query));
        JsonWriter out = new JsonWriter(rows.size() * 256);
        out.beginObject().name("by").value(query.by().name().toLowerCase(Locale.ROOT));
        out.name("stats").beginArray();
        rows.forEach(row -> SummaryJson.write(row, out));
        Answers.json(ctx, out.endArray().endObject());
    }

    private static StatsBy by(String name) {
        return Arrays.stream(StatsBy.values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name
                        + "' is nothing to group by; it is model, operation, hour, session, service or user"));
    }
}
