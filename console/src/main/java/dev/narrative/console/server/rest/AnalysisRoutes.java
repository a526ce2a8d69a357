package dev.narrative.console.server.rest;

import dev.narrative.console.analysis.TraceComparison;
import dev.narrative.console.export.ComparisonJson;
import dev.narrative.console.flow.FlowBuilder;
import dev.narrative.console.flow.FlowFormat;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.store.TraceSummary;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;

/** What is worked out of traces: how data flows in one, and where two differ. */
public final class AnalysisRoutes {
    private final LiveIndex index;
    private final TraceCache cache;

    public AnalysisRoutes(LiveIndex index, TraceCache cache) {
        this.index = index;
        this.cache = cache;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/traces/{traceId}/flow", Access.READ, this::flow)
                        .leaving(Trail.READ),
                Route.get("/api/v1/traces/{traceId}/compare/{otherId}", Access.READ, this::compare)
                        .leaving(Trail.READ));
    }

    private void flow(Context ctx) {
        Params params = new Params(ctx);
        FlowFormat named = params.parsed("format", AnalysisRoutes::format);
        FlowFormat format = named == null ? FlowFormat.json : named;
        CachedTrace trace = cache.get(params.traceId("traceId"));
        FlowBuilder builder = new FlowBuilder(trace.summary().name(), params.text("service"));
        builder.add(trace.spans());
        ctx.contentType(mediaType(format)).result(format.write(builder.graph()));
    }

    private void compare(Context ctx) {
        Params params = new Params(ctx);
        TraceId before = params.traceId("traceId");
        TraceId after = params.traceId("otherId");
        String text = index.ask(traces -> {
            TraceSummary first = traces.trace(before).orElseThrow(() -> TraceCache.missing(before));
            TraceSummary second = traces.trace(after).orElseThrow(() -> TraceCache.missing(after));
            return ComparisonJson.write(first, second, TraceComparison.of(traces.spans(before), traces.spans(after)));
        });
        ctx.contentType(Answers.JSON).result(text);
    }

    private static FlowFormat format(String name) {
        return Arrays.stream(FlowFormat.values())
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is no format; it is one of " + Arrays.toString(FlowFormat.values())));
    }

    private static String mediaType(FlowFormat format) {
        return switch (format) {
            case json -> Answers.JSON;
            case svg -> "image/svg+xml";
            case mermaid -> "text/plain; charset=utf-8";
        };
    }
}
