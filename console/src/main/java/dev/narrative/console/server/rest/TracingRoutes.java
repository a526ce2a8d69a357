package dev.narrative.console.server.rest;

import dev.narrative.console.export.SummaryJson;
import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.query.Where;
import dev.narrative.console.record.AttributeCopy;
import dev.narrative.console.record.NewIds;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.JsonBody;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.journal.SpanRecorder;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Traces of programs that no agent runs in: begun, added to and completed by request, each one model call. */
public final class TracingRoutes {
    private static final int MOST_LISTED = 10_000;

    private final LiveIndex index;
    private final OpenTraces open;
    private final SpanRecorder recorder;
    private final CallPrices prices;
    private final JsonBody bodies;
    private final Clock clock;

    public TracingRoutes(
            LiveIndex index, OpenTraces open, SpanRecorder recorder, CallPrices prices, JsonBody bodies, Clock clock) {
        this.index = index;
        this.open = open;
        this.recorder = recorder;
        this.prices = prices;
        this.bodies = bodies;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/tracing/start", Access.RECORD, this::start).leaving(Trail.CHANGE),
                Route.post("/api/v1/tracing/update", Access.RECORD, this::update)
                        .leaving(Trail.CHANGE),
                Route.post("/api/v1/tracing/complete", Access.RECORD, this::complete)
                        .leaving(Trail.CHANGE),
                Route.get("/api/v1/tracing/list", Access.READ, this::list));
    }

    private void start(Context ctx) throws IOException {
        JsonValue json = bodies.read(ctx);
        Attributes attributes = new Attributes()
                .put(AttributeNames.TYPE, "generation")
                .put(AttributeNames.GEN_AI_OPERATION_NAME, "chat");
        TracingUpdate.apply(json, attributes);
        TraceId id = NewIds.trace();
        String model = json.text("model", "");
        JournalSpan span = new JournalSpan(
                id.high(),
                id.low(),
                NewIds.span(),
                0,
                false,
                json.text("name", ("chat " + model).strip()),
                SpanKind.CLIENT,
                NewSpan.now(clock),
                0,
                StatusCode.UNSET,
                null,
                OpenTraces.SCOPE,
                null,
                attributes,
                List.of(),
                new Resource(json.text("source", NewSpan.SERVICE), new Attributes()),
                SpanState.RUNNING);
        open.add(span);
        JsonWriter out = new JsonWriter(64);
        Answers.json(ctx, out.beginObject().name("traceId").value(id.toString()).endObject());
    }

    private void update(Context ctx) throws IOException {
        JsonValue json = bodies.read(ctx);
        JsonValue updates = json.get("updates");
        if (!updates.isObject()) {
            throw Problem.badRequest("updates must be an object");
        }
        open.update(traceId(json), span -> with(span, updates, 0, StatusCode.UNSET, null));
        success(ctx);
    }

    private void complete(Context ctx) throws IOException {
        JsonValue json = bodies.read(ctx);
        JsonValue result = json.get("result");
        TraceId id = traceId(json);
        boolean failed = result.text("status", "success").equals("error");
        String message = result.text("error");
        JournalSpan ended = with(
                open.find(id),
                result,
                NewSpan.now(clock),
                failed ? StatusCode.ERROR : StatusCode.OK,
                failed ? message : null);
        prices.apply(ended.attributes(), ended.startEpochNanos());
        recorder.record(ended);
        open.remove(id);
        success(ctx);
    }

    /** Lists as the CLI does, with the names and the paging that this API has. */
    private void list(Context ctx) {
        Params params = new Params(ctx);
        int limit = params.count("limit", 50, 1_000);
        String start = params.text("offset");
        int offset = start == null || start.equals("0") ? 0 : params.count("offset", 0, MOST_LISTED - limit);
        List<Condition> conditions = new ArrayList<>();
        String model = params.text("model");
        if (model != null) {
            conditions.add(Condition.text(TraceField.MODEL, Comparison.IS, model));
        }
        Condition status = params.parsed("status", TracingRoutes::status);
        if (status != null) {
            conditions.add(status);
        }
        TraceQuery query = new TraceQuery(
                conditions,
                null,
                moment(params, "startDate", Long.MIN_VALUE),
                moment(params, "endDate", Long.MAX_VALUE),
                offset + limit,
                null);
        List<TraceSummary> found = index.ask(traces -> traces.traces(query)).traces();
        JsonWriter out = new JsonWriter(limit * 256);
        out.beginObject().name("traces").beginArray();
        found.stream().skip(offset).forEach(trace -> SummaryJson.write(trace, out));
        Answers.json(ctx, out.endArray().endObject());
    }

    private static JournalSpan with(
            JournalSpan span, JsonValue fields, long end, StatusCode status, @Nullable String message) {
        Attributes attributes = new Attributes();
        span.visitAttributes(new AttributeCopy(attributes));
        TracingUpdate.apply(fields, attributes);
        return new JournalSpan(
                span.traceIdHigh(),
                span.traceIdLow(),
                span.spanId(),
                0,
                false,
                span.name(),
                span.kind(),
                span.startEpochNanos(),
                end,
                status,
                message,
                span.scope(),
                null,
                attributes,
                List.of(),
                span.resource(),
                end == 0 ? SpanState.RUNNING : SpanState.ENDED);
    }

    private static TraceId traceId(JsonValue json) {
        TraceId id = Params.traceIdOf(json.text("traceId", ""));
        if (id == null) {
            throw Problem.badRequest("traceId must be the one that start gave");
        }
        return id;
    }

    private static Condition status(String word) {
        String ours =
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "pending" -> "running";
                    case "success" -> "ok";
                    default -> word;
                };
        return Where.condition(TraceField.STATUS, Comparison.EQUAL, ours);
    }

    private long moment(Params params, String name, long otherwise) {
        @Nullable
        Long moment = params.parsed(name, text -> TimeText.momentNanos(text, clock.instant(), ZoneOffset.UTC));
        return moment == null ? otherwise : moment;
    }

    private static void success(Context ctx) {
        Answers.json(
                ctx,
                new JsonWriter(64).beginObject().name("success").value(true).endObject());
    }
}
