package dev.narrative.console.server.rest;

import dev.narrative.console.analysis.GivenScore;
import dev.narrative.console.export.TraceJson;
import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.record.ScoreRecorder;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.JsonBody;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.journal.SpanRecorder;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreTarget;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores: given later by people and programs, as spans like those that the agent's API writes. */
public final class ScoreRoutes {
    private static final int TRACES_OF_A_SESSION = 200;

    private final LiveIndex index;
    private final SpanRecorder recorder;
    private final JsonBody bodies;
    private final Clock clock;

    public ScoreRoutes(LiveIndex index, SpanRecorder recorder, JsonBody bodies, Clock clock) {
        this.index = index;
        this.recorder = recorder;
        this.bodies = bodies;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/scores", Access.READ, this::list).leaving(Trail.READ),
                Route.post("/api/v1/scores", Access.WRITE, this::give).leaving(Trail.CHANGE));
    }

    private void list(Context ctx) {
        Params params = new Params(ctx);
        String trace = params.text("traceId");
        String session = params.text("sessionId");
        if ((trace == null) == (session == null)) {
            throw Problem.badRequest("give either traceId or sessionId");
        }
        Collection<GivenScore> scores = index.ask(traces -> GivenScore.of(
                trace != null ? traces.spans(traceId(trace)) : ofSession(String.valueOf(session), traces)));
        JsonWriter out = new JsonWriter(scores.size() * 256);
        out.beginObject().name("scores").beginArray();
        scores.forEach(score -> TraceJson.write(score, out));
        Answers.json(ctx, out.endArray().endObject());
    }

    private void give(Context ctx) throws IOException {
        JsonValue json = bodies.read(ctx);
        Score score = PostedScore.read(json);
        String trace = json.text("traceId");
        String span = json.text("spanId");
        String session = json.text("sessionId");
        JournalSpan given = trace != null
                ? ofTrace(score, traceId(trace), span)
                : session != null && span == null ? ofSession(score, session) : null;
        if (given == null) {
            throw Problem.badRequest("give traceId, traceId and spanId, or sessionId");
        }
        recorder.record(given);
        JsonWriter out = new JsonWriter(256);
        GivenScore.of(List.of(given)).forEach(one -> TraceJson.write(one, out));
        ctx.status(201);
        Answers.json(ctx, out);
    }

    private JournalSpan ofTrace(Score score, TraceId id, @Nullable String spanId) {
        TraceSummary trace = index.ask(traces -> traces.trace(id)).orElseThrow(() -> TraceCache.missing(id));
        if (spanId == null) {
            return span(score, new ScoreTarget.OfTrace(id.high(), id.low()), trace);
        }
        long judged = Params.spanIdOf(spanId);
        if (index.ask(traces -> traces.span(new SpanKey(id.high(), id.low(), judged)))
                .isEmpty()) {
            throw Problem.notFound("there is no such span in trace " + id);
        }
        return span(score, new ScoreTarget.OfSpan(id.high(), id.low(), judged), trace);
    }

    private JournalSpan span(Score score, ScoreTarget target, TraceSummary trace) {
        return ScoreRecorder.draft(target, score, NewSpan.now(clock))
                .known(AttributeNames.SESSION_ID, trace.session())
                .known(AttributeNames.STORY_ID, trace.story())
                .known(AttributeNames.USER_ID, trace.user())
                .build(NewSpan.SERVICE);
    }

    private JournalSpan ofSession(Score score, String session) {
        if (index.ask(traces -> traces.session(session)).isEmpty()) {
            throw Problem.notFound("there is no session " + session);
        }
        return ScoreRecorder.draft(ScoreTarget.session(session), score, NewSpan.now(clock))
                .build(NewSpan.SERVICE);
    }

    private static List<JournalSpan> ofSession(String session, TraceQueries traces) {
        Condition condition = Condition.text(TraceField.SESSION, Comparison.IS, session);
        List<JournalSpan> spans = new ArrayList<>();
        for (TraceSummary trace : traces.traces(TraceQuery.of(List.of(condition), TRACES_OF_A_SESSION))
                .traces()) {
            spans.addAll(traces.spans(trace.id()));
        }
        return spans;
    }

    private static TraceId traceId(String text) {
        TraceId id = Params.traceIdOf(text);
        if (id == null) {
            throw Problem.badRequest("traceId must have 32 hex digits");
        }
        return id;
    }
}
