package dev.narrative.console.server;

import static dev.narrative.console.SpanBuilder.span;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.console.journal.JournalPlaces;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.prices.Cost;
import dev.narrative.model.prices.PriceTable;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written by request: scores, and traces that are begun and completed; and the artifacts of traces. */
final class RecordingApiTest {
    private static final String TRACE = "00000000000000010000000000000001";
    private static final String COPY = "ab".repeat(32);

    @TempDir
    Path traces;

    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        JournalSpan artist = span(1, 2)
                .parent(1)
                .with(AttributeNames.ARTIFACT_NAME, "map <of> the river.svg")
                .with(AttributeNames.ARTIFACT_MEDIA_TYPE, "image/svg+xml")
                .with(AttributeNames.ARTIFACT_STORED, COPY)
                .build();
        Files.createDirectories(traces.resolve("artifacts"));
        Files.writeString(traces.resolve("artifacts").resolve(COPY), "<svg/>");
        console = RunningConsole.knowing(traces, span(1, 1).session("chap-12").build(), artist);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void takesScores_ofTraceSpanAndSession() {
        assertThat(score("\"traceId\":\"" + TRACE + "\",\"name\":\"coherence\",\"value\":0.75,\"comment\":\"holds\""))
                .isEqualTo(201);
        assertThat(score("\"traceId\":\"" + TRACE
                        + "\",\"spanId\":\"0000000000000002\",\"name\":\"tone\",\"value\":\"warm\""))
                .isEqualTo(201);
        assertThat(score("\"sessionId\":\"chap-12\",\"name\":\"done\",\"value\":true"))
                .isEqualTo(201);

        HttpResponse<String> ofTrace = console.await("/api/v1/scores?traceId=" + TRACE, "warm");
        JsonValue first = json(ofTrace).get("scores").at(0);
        assertThat(first.text("name")).isEqualTo("coherence");
        assertThat(first.get("value").decimal(0)).isEqualTo(0.75);
        assertThat(first.text("target")).isEqualTo("trace");
        assertThat(first.text("comment")).isEqualTo("holds");
        assertThat(first.text("sessionId")).isEqualTo("chap-12");
        JsonValue second = json(ofTrace).get("scores").at(1);
        assertThat(second.text("spanId")).isEqualTo("0000000000000002");
        assertThat(second.text("type")).isEqualTo("categorical");
        HttpResponse<String> ofSession = console.await("/api/v1/scores?sessionId=chap-12", "\"done\"");
        assertThat(json(ofSession).get("scores").size()).isEqualTo(3);
    }

    @Test
    void repeatedScore_overwrites() {
        score("\"traceId\":\"" + TRACE + "\",\"name\":\"coherence\",\"value\":0.1");
        score("\"traceId\":\"" + TRACE + "\",\"name\":\"coherence\",\"value\":0.9");
        HttpResponse<String> scores = console.await("/api/v1/scores?traceId=" + TRACE, "0.9");
        assertThat(json(scores).get("scores").size()).isEqualTo(1);
    }

    @Test
    void refusesScores_thatAreNone() {
        String trace = "\"traceId\":\"" + TRACE + "\",";
        assertThat(score(trace + "\"value\":1")).isEqualTo(400);
        assertThat(score(trace + "\"name\":\"x\"")).isEqualTo(400);
        assertThat(score(trace + "\"name\":\"x\",\"value\":\"warm\",\"type\":\"numeric\""))
                .isEqualTo(400);
        assertThat(score("\"name\":\"x\",\"value\":1")).isEqualTo(400);
        assertThat(score("\"traceId\":\"" + "f".repeat(32) + "\",\"name\":\"x\",\"value\":1"))
                .isEqualTo(404);
        assertThat(score(trace + "\"spanId\":\"00000000000000ff\",\"name\":\"x\",\"value\":1"))
                .isEqualTo(404);
        assertThat(score("\"sessionId\":\"nobody\",\"name\":\"x\",\"value\":1")).isEqualTo(404);
        assertThat(console.post("/api/v1/scores", "{\"name\":").statusCode()).isEqualTo(400);
        assertThat(console.post("/api/v1/scores", "[]").statusCode()).isEqualTo(400);
        assertThat(console.send(console.request("/api/v1/scores")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}"))
                                .build())
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void tracesThatAreBegun_runUntilTheyAreCompleted() {
        String id = json(console.post(
                        "/api/v1/tracing/start",
                        "{\"source\":\"playground\",\"model\":\"gpt-4o\",\"prompt\":\"Where is the ferryman? Ask"
                                + " ada@example.com\",\"sessionId\":\"play-1\",\"promptId\":\"p7\"}"))
                .text("traceId", "");
        assertThat(id).hasSize(32);
        console.await("/api/v1/traces/" + id, "\"status\":\"running\"");

        assertThat(console.post(
                                "/api/v1/tracing/update",
                                "{\"traceId\":\"" + id + "\",\"updates\":{\"first_token_latency_ms\":150,"
                                        + "\"tokens_used\":{\"input\":10,\"output\":20,\"total\":30}}}")
                        .body())
                .isEqualTo("{\"success\":true}");
        assertThat(console.post(
                                "/api/v1/tracing/complete",
                                "{\"traceId\":\"" + id + "\",\"result\":{\"status\":\"success\","
                                        + "\"response\":\"On the far bank.\"}}")
                        .body())
                .isEqualTo("{\"success\":true}");

        console.await("/api/v1/traces/" + id, "\"status\":\"ok\"");
        HttpResponse<String> done = console.get("/api/v1/traces/" + id + "?content=true");
        assertThat(done.body()).contains("far bank");
        JsonValue trace = json(done).get("trace");
        assertThat(trace.text("status")).isEqualTo("ok");
        assertThat(trace.text("service")).isEqualTo("playground");
        assertThat(trace.text("sessionId")).isEqualTo("play-1");
        assertThat(trace.get("inputTokens").integer(0)).isEqualTo(10);
        JsonValue attributes = json(done).get("spans").at(0).get("attributes");
        assertThat(attributes.text(AttributeNames.INPUT)).isEqualTo("Where is the ferryman? Ask ***");
        assertThat(attributes
                        .get(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK)
                        .decimal(0))
                .isEqualTo(0.15);
        assertThat(attributes.text("narrative.metadata.promptId")).isEqualTo("p7");
        assertThat(Journal.read(traces).spans())
                .allSatisfy(span -> assertThat(span.state()).isEqualTo(SpanState.ENDED));
        assertThat(console.post("/api/v1/tracing/complete", "{\"traceId\":\"" + id + "\",\"result\":{}}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void completedTrace_hasTheCostOfItsTokens_unlessItsClientKnowsBetter() {
        String tokens = "\"tokens_used\":{\"input\":1000000,\"output\":1000000}";
        String priced = begun("gpt-4o");
        completed(priced, tokens);
        String told = begun("gpt-4o");
        completed(told, tokens + ",\"cost_calculation\":{\"total_cost\":7.5}");
        String unknown = begun("nobody-s-model");
        completed(unknown, tokens);

        Cost cost = requireNonNull(PriceTable.builtIn()
                .cost(
                        "",
                        "gpt-4o",
                        null,
                        TokenUsage.ofTotals(1_000_000, 0, 0, 1_000_000, 0),
                        System.currentTimeMillis()));
        assertThat(cost(priced)).isEqualTo(cost.total()).isPositive();
        assertThat(cost(told)).isEqualTo(7.5);
        assertThat(cost(unknown)).isEqualTo(-1);
    }

    @Test
    void tracesThatAreOpen_canBeCompletedAfterARestart() throws IOException {
        String id = begun("gpt-4o");
        console.await("/api/v1/traces/" + id, "\"status\":\"running\"");
        console.close();
        // As if the console before had been another process.
        for (Path snapshot : JournalPlaces.of(List.of(traces)).snapshots()) {
            Files.setLastModifiedTime(snapshot, FileTime.fromMillis(0));
        }
        console = RunningConsole.open(traces);

        console.await("/api/v1/traces/" + id, "\"status\":\"running\"");
        completed(id, "\"response\":\"On the far bank.\"");
        assertThat(console.await("/api/v1/traces/" + id + "?content=true", "far bank")
                        .body())
                .contains("Where is the ferryman?");
        assertThat(JournalPlaces.of(List.of(traces)).snapshots()).isEmpty();
    }

    @Test
    void listsTraces_asTheTracingApiDoes() {
        String id = json(console.post("/api/v1/tracing/start", "{\"model\":\"m1\"}"))
                .text("traceId", "");
        console.post(
                "/api/v1/tracing/complete",
                "{\"traceId\":\"" + id + "\",\"result\":{\"status\":\"error\",\"error\":\"too late\"}}");
        console.await("/api/v1/tracing/list?status=error&model=m1&limit=10&offset=0", id);
        assertThat(console.get("/api/v1/tracing/list?status=success").body())
                .contains(TRACE)
                .doesNotContain(id);
        assertThat(console.get("/api/v1/tracing/list?startDate=2000-01-01&endDate=2000-01-02")
                        .body())
                .isEqualTo("{\"traces\":[]}");
        assertThat(console.get("/api/v1/tracing/list?limit=1&offset=1").body()).contains(TRACE);
    }

    @Test
    void givesArtifacts_asFilesThatBrowsersDontRun() {
        JsonValue artifact = json(console.get("/api/v1/traces/" + TRACE + "/artifacts"))
                .get("artifacts")
                .at(0);
        assertThat(artifact.text("name")).isEqualTo("map <of> the river.svg");
        HttpResponse<String> file = console.get(artifact.text("url", ""));
        assertThat(file.body()).isEqualTo("<svg/>");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"map _of_ the river.svg\"");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(json(console.get("/executions/" + TRACE + "/trace"))
                        .get("artifacts")
                        .at(0)
                        .text("download_url"))
                .isEqualTo(artifact.text("url"));
        String artifacts = "/api/v1/traces/" + TRACE + "/artifacts/";
        assertThat(console.get(artifacts + "cd".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(console.get(artifacts + "..%2f2026-11-21%2fstudio-1-1.jsonl").statusCode())
                .isIn(400, 404);
    }

    @Test
    void artifactThatNamesAnotherFile_givesNone() {
        JournalSpan thief = span(2, 1)
                .with(AttributeNames.ARTIFACT_NAME, "keys")
                .with(AttributeNames.ARTIFACT_STORED, "../.console/tokens.jsonl")
                .build();
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl")).append(thief);
        console.await("/api/v1/traces", "00000000000000020000000000000002");
        assertThat(console.get("/api/v1/traces/00000000000000020000000000000002/artifacts/"
                                + "..%2F.console%2Ftokens.jsonl")
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void findsScoresOfTheAgents_too() {
        JournalSpan base = span(3, 1).session("chap-12").build();
        SpanEvent event = new SpanEvent(
                AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT,
                base.startEpochNanos(),
                new Attributes()
                        .put(AttributeNames.GEN_AI_EVALUATION_NAME, "coherence")
                        .put(AttributeNames.GEN_AI_EVALUATION_SCORE_VALUE, 0.5));
        JournalSpan scored = new JournalSpan(
                3,
                3,
                1,
                0,
                false,
                "judged",
                base.kind(),
                base.startEpochNanos(),
                base.endEpochNanos(),
                base.status(),
                null,
                "test",
                null,
                base.attributes(),
                List.of(event),
                base.resource(),
                SpanState.ENDED);
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl")).append(scored);
        JsonValue score = json(console.await("/api/v1/scores?traceId=" + "00000000000000030000000000000003", "0.5"))
                .get("scores")
                .at(0);
        assertThat(score.text("target")).isEqualTo("span");
        assertThat(score.text("spanId")).isEqualTo("0000000000000001");
    }

    private int score(String members) {
        return console.post("/api/v1/scores", "{" + members + "}").statusCode();
    }

    private String begun(String model) {
        String members = "{\"model\":\"" + model + "\",\"prompt\":\"Where is the ferryman?\"}";
        return json(console.post("/api/v1/tracing/start", members)).text("traceId", "");
    }

    private void completed(String id, String members) {
        String body = "{\"traceId\":\"" + id + "\",\"result\":{\"status\":\"success\"," + members + "}}";
        assertThat(console.post("/api/v1/tracing/complete", body).statusCode()).isEqualTo(200);
        console.await("/api/v1/traces/" + id, "\"status\":\"ok\"");
    }

    private double cost(String id) {
        return json(console.get("/api/v1/traces/" + id))
                .get("trace")
                .get("cost")
                .decimal(-1);
    }

    private static JsonValue json(HttpResponse<String> answer) {
        return JsonReader.read(answer.body().getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }
}
