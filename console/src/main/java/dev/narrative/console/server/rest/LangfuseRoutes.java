package dev.narrative.console.server.rest;

import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.BodyReader;
import dev.narrative.console.server.http.InFlightBytes;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.http.WebhookSignature;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Langfuse tells: scores become scores of the traces here, versions of prompts are listed. Who calls is proven by
 * the body's signature. An event that comes again is taken once.
 */
public final class LangfuseRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(LangfuseRoutes.class);
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final int REMEMBERED = 10_000;

    private final WebhookSignature signature;
    private final ScoreGiver scores;
    private final BodyReader bodies;
    private final Clock clock;
    private final Set<String> seen = Collections.newSetFromMap(bounded(REMEMBERED));
    private final PromptVersions prompts;

    /** @param secret the webhook's, as Langfuse shows it, with its {@code lf-whsec_} */
    public LangfuseRoutes(
            String secret, ScoreGiver scores, PromptVersions prompts, InFlightBytes inFlight, Clock clock) {
        signature = new WebhookSignature(secret);
        this.scores = scores;
        this.prompts = prompts;
        bodies = new BodyReader(MAX_BODY_BYTES, inFlight);
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/webhooks/langfuse", Access.OPEN, this::receive).leaving(Trail.CHANGE),
                Route.get("/api/v1/prompts", Access.READ, this::prompts));
    }

    private void receive(Context ctx) throws IOException {
        byte[] body;
        try (BodyReader.Body read = bodies.read(ctx)) {
            long now = clock.instant().getEpochSecond();
            if (!signature.verifies(ctx.header("x-langfuse-signature"), read.bytes(), read.length(), now)) {
                throw Problem.of(401, "the signature is not that of Langfuse's webhook");
            }
            body = Arrays.copyOf(read.bytes(), read.length());
        }
        JsonValue event = JsonReader.read(body, JsonLimits.DEFAULT);
        String id = event.text("id", "");
        if (id.isEmpty()) {
            throw Problem.badRequest("the event has no id");
        }
        if (isNew(id)) {
            try {
                take(event);
            } catch (Problem problem) {
                forget(id); // it may be sent again
                throw problem;
            }
        }
        Answers.json(
                ctx,
                new JsonWriter(64).beginObject().name("success").value(true).endObject());
    }

    private void take(JsonValue event) {
        switch (event.text("type", "")) {
            case "score-created" -> score(event.get("data"));
            case "prompt-version" -> prompt(event);
            case "monitor-alert" ->
                LOG.warn("Langfuse's monitor: {}", event.get("payload").text("message", "no message"));
            default -> {
                // what is of no use here is taken, so that it is not sent again
            }
        }
    }

    /** Of a trace that is not here, nothing is kept. */
    private void score(JsonValue data) {
        String trace = data.text("traceId", "");
        if (Params.traceIdOf(trace) == null) {
            return;
        }
        try {
            scores.give(ScoreBodies.langfuses(data), trace, data.text("observationId"));
        } catch (Problem problem) {
            if (problem.status() >= 500 || problem.status() == 429) {
                throw problem;
            }
        }
    }

    private void prompt(JsonValue event) {
        PromptVersion version = PromptVersion.told(event);
        if (version.name().isEmpty()) {
            return;
        }
        try {
            prompts.add(version);
        } catch (IOException e) {
            throw Problem.tryAgain(503, "the prompt can't be noted (" + e.getMessage() + ")", 5);
        }
    }

    private void prompts(Context ctx) {
        JsonWriter out = new JsonWriter(1_024);
        out.beginObject().name("prompts").beginArray();
        prompts.list().forEach(version -> version.write(out));
        Answers.json(ctx, out.endArray().endObject());
    }

    private synchronized boolean isNew(String id) {
        return seen.add(id);
    }

    private synchronized void forget(String id) {
        seen.remove(id);
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
