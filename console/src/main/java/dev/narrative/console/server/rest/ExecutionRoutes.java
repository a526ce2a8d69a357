package dev.narrative.console.server.rest;

import dev.narrative.console.analysis.TraceArtifact;
import dev.narrative.console.analysis.TreeOrder;
import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.AttributeJson;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trace of an execution of a workflow, for canvases that draw it beside the workflow: names with underscores, spans
 * in the order of their tree, tokens and artifacts in tables of their own. An execution is named by its trace's id, or
 * by a session's, of which the latest trace is given.
 */
public final class ExecutionRoutes {
    private final LiveIndex index;

    public ExecutionRoutes(LiveIndex index) {
        this.index = index;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/executions/{executionId}/trace", Access.READ, this::trace)
                        .leaving(Trail.READ),
                Route.get("/api/v1/executions/{executionId}/trace", Access.READ, this::trace)
                        .leaving(Trail.READ));
    }

    /** An execution as the store knows it. */
    private record Execution(TraceSummary summary, List<JournalSpan> spans) {}

    private void trace(Context ctx) {
        String id = ctx.pathParam("executionId");
        Execution execution = index.ask(traces -> {
            TraceSummary found =
                    find(id, traces).orElseThrow(() -> Problem.notFound("no trace of execution " + id + " is known"));
            return new Execution(found, traces.spans(found.id()));
        });
        Map<JournalSpan, Integer> depths = new HashMap<>();
        List<JournalSpan> ordered = new ArrayList<>();
        for (TreeOrder.Place<JournalSpan> place : TreeOrder.<JournalSpan>of(execution.spans())) {
            ordered.add(place.span());
            depths.put(place.span(), place.depth());
        }
        SpanChunk chunk = SpanChunk.of(ordered, new Params(ctx));
        JsonWriter out = new JsonWriter(chunk.spans().size() * 1_024);
        out.beginObject();
        out.name("execution_id").value(id);
        out.name("trace_id").value(execution.summary().id().toString());
        out.name("status").value(execution.summary().status().word());
        out.name("span_count").value(execution.summary().spans());
        out.name("spans").beginArray();
        chunk.spans().forEach(span -> span(span, depths.getOrDefault(span, 0), out));
        out.endArray();
        out.name("artifacts").beginArray();
        TraceArtifact.of(execution.spans()).forEach(artifact -> ArtifactJson.write(artifact, true, out));
        out.endArray();
        out.name("tokens");
        tokens(execution, chunk, out);
        chunk.writeNext(out);
        Answers.json(ctx, out.endObject());
    }

    private static Optional<TraceSummary> find(String id, TraceQueries traces) {
        TraceId traceId = Params.traceIdOf(id);
        Optional<TraceSummary> byId = traceId == null ? Optional.empty() : traces.trace(traceId);
        if (byId.isPresent()) {
            return byId;
        }
        Condition session = Condition.text(TraceField.SESSION, Comparison.IS, id);
        return traces.traces(TraceQuery.of(List.of(session), 1)).traces().stream()
                .findFirst();
    }

    private static void span(JournalSpan span, int depth, JsonWriter out) {
        out.beginObject();
        out.name("span_id").value(Ids.spanId(span.spanId()));
        out.name("parent_id");
        if (span.parentSpanId() == 0) {
            out.nullValue();
        } else {
            out.value(Ids.spanId(span.parentSpanId()));
        }
        out.name("depth").value(depth);
        out.name("name").value(span.name());
        out.name("start_time").value(moment(span.startEpochNanos()));
        out.name("end_time");
        if (span.state() == SpanState.ENDED) {
            out.value(moment(span.endEpochNanos()));
        } else {
            out.nullValue();
        }
        out.name("status").value(status(span));
        out.name("attributes").beginObject();
        OutlineJson.attributes(span, out);
        out.endObject();
        out.name("events").beginArray();
        for (SpanEvent event : span.events()) {
            out.beginObject().name("name").value(event.name());
            out.name("time").value(moment(event.epochNanos()));
            out.name("attributes").beginObject();
            event.attributes().visit(new AttributeJson(out));
            out.endObject().endObject();
        }
        out.endArray().endObject();
    }

    private static void tokens(Execution execution, SpanChunk chunk, JsonWriter out) {
        out.beginObject().name("total").beginObject();
        usage(execution.summary().inputTokens(), execution.summary().outputTokens(), out);
        out.endObject().name("spans").beginObject();
        for (JournalSpan span : chunk.spans()) {
            SpanFacts facts = SpanFacts.of(span);
            if (facts.inputTokens() > 0 || facts.outputTokens() > 0) {
                out.name(Ids.spanId(span.spanId())).beginObject();
                usage(facts.inputTokens(), facts.outputTokens(), out);
                out.endObject();
            }
        }
        out.endObject().endObject();
    }

    private static void usage(long input, long output, JsonWriter out) {
        out.name("input").value(input);
        out.name("output").value(output);
        out.name("total").value(input + output);
    }

    private static String status(JournalSpan span) {
        return switch (span.state()) {
            case RUNNING -> "running";
            case INTERRUPTED -> "interrupted";
            case ENDED -> span.status() == StatusCode.ERROR ? "error" : "ok";
        };
    }

    private static String moment(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }
}
