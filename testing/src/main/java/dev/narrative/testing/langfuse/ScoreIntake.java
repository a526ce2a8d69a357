package dev.narrative.testing.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes batches of events in the manner of {@code /api/public/ingestion}: each is judged for itself. */
final class ScoreIntake {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ENVIRONMENT = Pattern.compile("^(?!langfuse)[a-z0-9-_]{1,40}$");
    private static final int LONGEST_TEXT = 500;

    private final Map<String, StoredScore> scores = new ConcurrentHashMap<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final Findings findings;
    private final boolean takesScoresAlone;

    /** @param takesScoresAlone as version 4 does */
    ScoreIntake(Findings findings, boolean takesScoresAlone) {
        this.findings = findings;
        this.takesScoresAlone = takesScoresAlone;
    }

    Collection<StoredScore> scores() {
        return List.copyOf(scores.values());
    }

    /** Answers 500 to each of the next so many events. */
    void failNext(int events) {
        failing.set(events);
    }

    /** The body of the answer, which is always a 207. */
    byte[] take(byte[] body) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode successes = answer.putArray("successes");
        ArrayNode errors = answer.putArray("errors");
        for (JsonNode event : JSON.readTree(body).path("batch")) {
            String id = event.path("id").asText();
            if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                errors.addObject().put("id", id).put("status", 500).put("message", "internal error");
                continue;
            }
            String wrong = wrong(event);
            if (wrong == null) {
                store(event);
                successes.addObject().put("id", id).put("status", 201);
            } else {
                findings.add("score " + event.path("body").path("name").asText() + ": " + wrong);
                errors.addObject().put("id", id).put("status", 400).put("message", wrong);
            }
        }
        return JSON.writeValueAsBytes(answer);
    }

    private void store(JsonNode event) {
        JsonNode body = event.path("body");
        String date = event.path("timestamp").asText().substring(0, "2026-01-01".length());
        StoredScore score = new StoredScore(
                body.path("id").asText(),
                text(body, "traceId"),
                text(body, "observationId"),
                text(body, "sessionId"),
                body.path("name").asText(),
                body.path("dataType").asText(),
                body.path("value").asText(),
                text(body, "comment"),
                text(body, "environment"));
        scores.put(score.id() + '|' + score.name() + '|' + date, score);
    }

    private @Nullable String wrong(JsonNode event) {
        JsonNode body = event.path("body");
        if (!event.path("type").asText().equals("score-create")) {
            return takesScoresAlone ? "only scores are taken" : "no event that this stub knows";
        }
        if (event.path("id").asText().isEmpty()
                || Times.read(text(event, "timestamp")).time() == null) {
            return "an event needs id and timestamp";
        }
        if (body.has("traceId") == body.has("sessionId") || (body.has("observationId") && !body.has("traceId"))) {
            return "must have either a trace or a session as its target";
        }
        if (body.path("name").asText().isEmpty() || body.path("id").asText().isEmpty()) {
            return "needs name and id";
        }
        if (body.has("environment")
                && !ENVIRONMENT.matcher(body.path("environment").asText()).matches()) {
            return "the environment is " + body.path("environment").asText();
        }
        return wrongValue(body.path("dataType").asText(), body.path("value"));
    }

    private static @Nullable String wrongValue(String dataType, JsonNode value) {
        boolean right =
                switch (dataType) {
                    case "NUMERIC" -> value.isNumber();
                    case "CATEGORICAL" -> value.isTextual();
                    case "BOOLEAN" -> value.isNumber() && (value.asDouble() == 0 || value.asDouble() == 1);
                    case "TEXT" ->
                        value.isTextual()
                                && !value.asText().isEmpty()
                                && value.asText().length() <= LONGEST_TEXT;
                    default -> false;
                };
        return right ? null : "the value " + value + " is not " + dataType;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }
}
