package dev.narrative.console.server.rest;

import dev.narrative.console.export.SummaryJson;
import dev.narrative.console.export.TraceFormat;
import dev.narrative.console.export.TraceJson;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Traces: their list, one of them, one of its spans, and what is written for other tools. */
public final class TraceRoutes {
    private static final int USUAL_TRACES = 50;
    private static final int MOST_TRACES = 1_000;

    private final LiveIndex index;
    private final TraceCache cache;
    private final PromptVersions prompts;
    private final Clock clock;

    public TraceRoutes(LiveIndex index, TraceCache cache, PromptVersions prompts, Clock clock) {
        this.index = index;
        this.cache = cache;
        this.prompts = prompts;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/traces", Access.READ, this::list).leaving(Trail.SEARCH),
                Route.get("/api/v1/traces/{traceId}", Access.READ, this::one).leaving(Trail.READ),
                Route.get("/api/v1/traces/{traceId}/spans/{spanId}", Access.READ, this::span)
                        .leaving(Trail.READ),
                Route.get("/api/v1/traces/{traceId}/export", Access.READ, this::export)
                        .leaving(Trail.READ));
    }

    private void list(Context ctx) {
        var query = new TraceFilter(ctx, clock).query(new Params(ctx).count("limit", USUAL_TRACES, MOST_TRACES));
        TracePage page = index.ask(traces -> traces.traces(query));
        Map<TraceId, TraceCalls> calls = index.ask(traces ->
                traces.calls(page.traces().stream().map(TraceSummary::id).toList()));
        JsonWriter out = new JsonWriter(page.traces().size() * 512);
        out.beginObject().name("traces").beginArray();
        page.traces().forEach(trace -> SummaryJson.write(trace, calls.getOrDefault(trace.id(), TraceCalls.NONE), out));
        out.endArray();
        if (page.next() != null) {
            out.name("next").value(page.next().toString());
        }
        Answers.json(ctx, out.endObject());
    }

    private void one(Context ctx) {
        Params params = new Params(ctx);
        CachedTrace trace = cache.get(params.traceId("traceId"));
        SpanChunk chunk = SpanChunk.of(trace.spans(), params);
        List<JournalSpan> spans = params.flag("content") ? whole(trace, chunk) : chunk.spans();
        JsonWriter out = new JsonWriter(spans.size() * 512);
        out.beginObject().name("trace");
        TraceId id = trace.summary().id();
        TraceCalls calls = index.ask(traces -> traces.calls(List.of(id))).getOrDefault(id, TraceCalls.NONE);
        SummaryJson.write(trace.summary(), calls, out);
        out.name("spans").beginArray();
        for (JournalSpan span : spans) {
            if (params.flag("content")) {
                write(span, out);
            } else {
                OutlineJson.write(span, trace.summary().startNanos(), out);
            }
        }
        out.endArray();
        chunk.writeNext(out);
        Answers.json(ctx, out.endObject());
    }

    private void span(Context ctx) {
        Params params = new Params(ctx);
        TraceId id = params.traceId("traceId");
        SpanKey key = new SpanKey(id.high(), id.low(), params.spanId("spanId"));
        JournalSpan span = index.ask(traces -> traces.span(key))
                .orElseThrow(() -> Problem.notFound("there is no such span in trace " + id));
        JsonWriter out = new JsonWriter(4_096);
        write(span, out);
        Answers.json(ctx, out);
    }

    /** A span, and what Langfuse told of the prompt that it names. */
    private void write(JournalSpan span, JsonWriter out) {
        out.beginObject();
        TraceJson.members(span, out);
        PromptVersion prompt = prompts.of(span);
        if (prompt != null) {
            out.name("prompt");
            prompt.write(out);
        }
        out.endObject();
    }

    private void export(Context ctx) {
        Params params = new Params(ctx);
        TraceId id = params.traceId("traceId");
        TraceFormat format = params.parsed("format", TraceRoutes::format);
        TraceFormat chosen = format == null ? TraceFormat.json : format;
        String text = index.ask(
                traces -> chosen.write(traces.trace(id).orElseThrow(() -> TraceCache.missing(id)), traces.spans(id)));
        ctx.contentType(mediaType(chosen)).result(text);
        ctx.header("Content-Disposition", "attachment; filename=\"" + id + "." + ending(chosen) + "\"");
    }

    private List<JournalSpan> whole(CachedTrace trace, SpanChunk chunk) {
        if (chunk.isWhole()) {
            List<JournalSpan> spans =
                    index.ask(traces -> traces.spans(trace.summary().id()));
            return TraceCache.inOrder(spans);
        }
        return index.ask(traces -> chunk.spans().stream()
                .map(span -> traces.span(SpanKey.of(span)).orElse(span))
                .toList());
    }

    private static TraceFormat format(String name) {
        return Arrays.stream(TraceFormat.values())
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is no format; it is one of " + Arrays.toString(TraceFormat.values())));
    }

    private static String mediaType(TraceFormat format) {
        return switch (format) {
            case json, zipkin -> "application/json";
            case md -> "text/markdown; charset=utf-8";
            case csv -> "text/csv; charset=utf-8";
            case otlp -> "application/x-ndjson";
        };
    }

    private static String ending(TraceFormat format) {
        return switch (format) {
            case json, zipkin -> "json";
            case md -> "md";
            case csv -> "csv";
            case otlp -> "jsonl";
        };
    }
}
