package dev.narrative.console.server.rest;

import dev.narrative.console.analysis.DurationHistogram;
import dev.narrative.console.analysis.TraceGroup;
import dev.narrative.console.analysis.TraceGroups;
import dev.narrative.console.export.SummaryJson;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the latest traces have in common: stories, users, how long they took. */
public final class OverviewRoutes {
    /** Enough to tell, and few enough to be summed up while somebody waits. */
    private static final int MOST_TRACES = 5_000;

    private final LiveIndex index;
    private final Clock clock;

    public OverviewRoutes(LiveIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/stories", Access.READ, ctx -> groups(ctx, "stories", "storyId", TraceSummary::story)),
                Route.get("/api/v1/users", Access.READ, ctx -> groups(ctx, "users", "userId", TraceSummary::user)),
                Route.get("/api/v1/durations", Access.READ, this::durations).leaving(Trail.SEARCH));
    }

    private void groups(Context ctx, String name, String idName, Function<TraceSummary, @Nullable String> key) {
        TracePage page = latest(ctx);
        JsonWriter out = new JsonWriter(4_096);
        out.beginObject().name(name).beginArray();
        for (TraceGroup group : TraceGroups.of(page.traces(), key)) {
            SummaryJson.write(group, idName, out);
        }
        end(page, ctx, out);
    }

    private void durations(Context ctx) {
        TracePage page = latest(ctx);
        DurationHistogram histogram = new DurationHistogram();
        for (TraceSummary trace : page.traces()) {
            histogram.add(trace.durationNanos(), trace.errors() > 0);
        }
        JsonWriter out = new JsonWriter(4_096);
        out.beginObject().name("buckets").beginArray();
        for (DurationHistogram.Bucket bucket : histogram.buckets()) {
            SummaryJson.write(bucket, out);
        }
        end(page, ctx, out);
    }

    private TracePage latest(Context ctx) {
        var query = new TraceFilter(ctx, clock).query(MOST_TRACES);
        return index.ask(traces -> traces.traces(query));
    }

    private static void end(TracePage page, Context ctx, JsonWriter out) {
        out.endArray();
        out.name("traces").value(page.traces().size());
        out.name("complete").value(page.next() == null);
        Answers.json(ctx, out.endObject());
    }
}
