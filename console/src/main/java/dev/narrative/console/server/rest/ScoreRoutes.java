package dev.narrative.console.server.rest;

import dev.narrative.console.analysis.GivenScore;
import dev.narrative.console.export.TraceJson;
import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.JsonBody;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.score.Score;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores: given later by people and programs, and listed with those that the agents write. */
public final class ScoreRoutes {
    private static final int TRACES_OF_A_SESSION = 200;

    private final LiveIndex index;
    private final ScoreGiver giver;
    private final JsonBody bodies;

    public ScoreRoutes(LiveIndex index, ScoreGiver giver, JsonBody bodies) {
        this.index = index;
        this.giver = giver;
        this.bodies = bodies;
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
        List<GivenScore> scores = index.ask(traces -> GivenScore.of(
                trace != null ? traces.spans(traceId(trace)) : ofSession(String.valueOf(session), traces)));
        JsonWriter out = new JsonWriter(scores.size() * 256);
        out.beginObject().name("scores").beginArray();
        scores.stream()
                .sorted(Comparator.comparingLong(GivenScore::epochNanos))
                .forEach(score -> TraceJson.write(score, out));
        Answers.json(ctx, out.endArray().endObject());
    }

    private void give(Context ctx) throws IOException {
        JsonValue json = bodies.read(ctx);
        Score score = ScoreBodies.ours(json);
        String trace = json.text("traceId");
        String span = json.text("spanId");
        String session = json.text("sessionId");
        JournalSpan given;
        if (trace != null) {
            given = giver.give(score, trace, span);
        } else if (session != null && span == null) {
            given = giver.giveSession(score, session);
        } else {
            throw Problem.badRequest("give traceId, traceId and spanId, or sessionId");
        }
        JsonWriter out = new JsonWriter(256);
        GivenScore.of(List.of(given)).forEach(one -> TraceJson.write(one, out));
        ctx.status(201);
        Answers.json(ctx, out);
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
