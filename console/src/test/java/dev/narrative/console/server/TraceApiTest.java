package dev.narrative.console.server;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.narrative.console.JournalFile;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceApiTest {
    private static final String FIRST = "00000000000000010000000000000001";
    private static final String LARGE = "00000000000000020000000000000002";

    @TempDir
    Path traces;

    private JournalFile journal;
    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        journal = RunningConsole.file(traces);
        console = RunningConsole.knowing(
                traces,
                span(1, 1).name("narrate scene").session("chap-12").at(0, 100).build(),
                span(1, 2)
                        .parent(1)
                        .name("chat gpt-4o")
                        .session("chap-12")
                        .call("gpt-4o", 100, 20, 0.01)
                        .with(AttributeNames.INPUT, "the ferryman waits")
                        .at(10, 60)
                        .build(),
                span(1, 3)
                        .parent(1)
                        .error("TimeoutException", "too late")
                        .at(60, 90)
                        .build());
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void listsTraces_thatAreLikeTheFilters() {
        JsonValue trace = get("/api/v1/traces").get("traces").at(0);
        assertThat(trace.text("traceId")).isEqualTo(FIRST);
        assertThat(trace.text("name")).isEqualTo("narrate scene");
        assertThat(trace.text("status")).isEqualTo("error");
        assertThat(trace.get("cost").decimal(0)).isEqualTo(0.01);

        for (String like : List.of(
                "session=chap-12",
                "model=gpt*",
                "status=error",
                "name=scene",
                "text=ferryman",
                "minDuration=50ms",
                "minCost=0.005",
                "since=2026-11-21",
                "where=cost%3E0.001%20status%3Derror")) {
            assertThat(get("/api/v1/traces?" + like).get("traces").size())
                    .as(like)
                    .isEqualTo(1);
        }
        for (String unlike : List.of("session=chap-13", "status=ok", "text=nobody", "until=2026-11-20")) {
            assertThat(get("/api/v1/traces?" + unlike).get("traces").size())
                    .as(unlike)
                    .isZero();
        }
    }

    @Test
    void pagesThroughTraces() {
        journal.append(span(3, 1).at(500, 510).build(), span(4, 1).at(600, 610).build());
        console.await("/api/v1/traces", "00000000000000040000000000000004");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonValue page = get("/api/v1/traces?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen.add(page.get("traces").at(0).text("traceId", ""));
            cursor = page.text("next", "");
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("00000000000000040000000000000004", "00000000000000030000000000000003", FIRST);
    }

    @Test
    void saysWhatIsWrongWithARequest_asAProblem() {
        for (String wrong : List.of(
                "/api/v1/traces?cursor=nonsense",
                "/api/v1/traces?limit=0",
                "/api/v1/traces?limit=x",
                "/api/v1/traces?status=fine",
                "/api/v1/traces?since=yesterday",
                "/api/v1/traces?where=colour%3Dred",
                "/api/v1/traces/zz",
                "/api/v1/traces/" + FIRST + "/spans/1",
                "/api/v1/traces/" + FIRST + "?cursor=s99999",
                "/api/v1/traces/" + FIRST + "/export?format=xml",
                "/api/v1/stats?by=colour",
                "/api/v1/scores")) {
            HttpResponse<String> answer = console.get(wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(json(answer.body()).text("detail", "")).as(wrong).isNotEmpty();
        }
        assertThat(console.get("/api/v1/traces/" + "f".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(console.get("/api/v1/traces/" + FIRST + "/spans/" + "f".repeat(16))
                        .statusCode())
                .isEqualTo(404);
        assertThat(console.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(console.post("/api/v1/traces", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void takesSqlAndSearchSyntax_asWords() {
        for (String evil : List.of("'", "%27%20OR%201%3D1--", "%22", "NEAR(", "*", "a%20AND%20NOT", "%00", "%2522")) {
            for (String parameter : List.of("text", "session", "name", "model")) {
                assertThat(console.get("/api/v1/traces?" + parameter + "=" + evil)
                                .statusCode())
                        .as(parameter + "=" + evil)
                        .isIn(200, 400);
            }
        }
    }

    @Test
    void givesATrace_withoutContentsAndWith() {
        JsonValue outline = get("/api/v1/traces/" + FIRST);
        assertThat(outline.get("trace").get("spanCount").integer(0)).isEqualTo(3);
        JsonValue call = outline.get("spans").at(1);
        assertThat(call.text("name")).isEqualTo("chat gpt-4o");
        assertThat(call.text("parentSpanId")).isEqualTo("0000000000000001");
        assertThat(call.get("offsetMs").decimal(-1)).isEqualTo(10);
        assertThat(call.get("durationMs").decimal(-1)).isEqualTo(50);
        assertThat(outline.toJson()).doesNotContain("ferryman");
        assertThat(get("/api/v1/traces/" + FIRST + "?content=true").toJson()).contains("the ferryman waits");
        assertThat(get("/api/v1/traces/" + FIRST + "/spans/0000000000000002")
                        .get("attributes")
                        .text(AttributeNames.INPUT))
                .isEqualTo("the ferryman waits");
    }

    @Test
    void givesALargeTrace_inChunks() {
        JournalSpan[] spans = new JournalSpan[1_203];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(2, i + 1).parent(i == 0 ? 0 : 1).at(i, i + 1).build();
        }
        journal.appendBytes(JournalFile.line(spans));
        console.await("/api/v1/traces/" + LARGE, "1203");
        List<Integer> sizes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonValue chunk = get("/api/v1/traces/" + LARGE + (cursor.isEmpty() ? "" : "?cursor=" + cursor));
            sizes.add(chunk.get("spans").size());
            chunk.get("spans").elements().forEach(span -> names.add(span.text("name", "")));
            cursor = chunk.text("next", "");
        } while (!cursor.isEmpty());
        assertThat(sizes).containsExactly(500, 500, 203);
        assertThat(names).doesNotHaveDuplicates().hasSize(1_203);
        assertThat(get("/api/v1/traces/" + LARGE + "?limit=5000").get("spans").size())
                .isEqualTo(1_203);
        assertThat(get("/api/v1/traces/" + LARGE + "?limit=10&content=true")
                        .get("spans")
                        .size())
                .isEqualTo(10);
    }

    @Test
    void givesLateSpans_ofATraceThatWasLookedAt() {
        assertThat(get("/api/v1/traces/" + FIRST).get("spans").size()).isEqualTo(3);
        journal.append(span(1, 4).parent(1).at(95, 99).build());
        console.await("/api/v1/traces/" + FIRST, "0000000000000004");
    }

    @Test
    void exports_inEachFormat() throws IOException {
        assertThat(console.get("/api/v1/traces/" + FIRST + "/export").body()).contains("\"traceId\"");
        assertThat(console.get("/api/v1/traces/" + FIRST + "/export?format=md").body())
                .contains("narrate scene");
        assertThat(console.get("/api/v1/traces/" + FIRST + "/export?format=csv")
                        .body()
                        .lines())
                .hasSize(4);
        assertThat(console.get("/api/v1/traces/" + FIRST + "/export?format=otlp")
                        .body())
                .contains("resourceSpans");
        HttpResponse<String> zipkin = console.get("/api/v1/traces/" + FIRST + "/export?format=zipkin");
        assertThat(zipkin.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + FIRST + ".json\"");
        try (JsonParser parser = new JsonFactory().createParser(zipkin.body())) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentToken()).isNotNull();
            }
        }
    }

    @Test
    void sumsUp() {
        assertThat(get("/api/v1/sessions").get("sessions").at(0).text("sessionId"))
                .isEqualTo("chap-12");
        assertThat(get("/api/v1/sessions/chap-12").get("spanCount").integer(0)).isEqualTo(3);
        assertThat(console.get("/api/v1/sessions/chap-13").statusCode()).isEqualTo(404);
        JsonValue stats =
                get("/api/v1/stats?by=model&session=chap-12").get("stats").at(0);
        assertThat(stats.text("key")).isEqualTo("gpt-4o");
        assertThat(stats.get("calls").integer(0)).isEqualTo(1);
    }

    @Test
    void givesAnExecution_inTheShapeOfACanvas() {
        for (String id : List.of(FIRST, "chap-12")) {
            JsonValue execution = get("/executions/" + id + "/trace");
            assertThat(execution.text("trace_id")).isEqualTo(FIRST);
            assertThat(execution.get("tokens").get("total").get("total").integer(0))
                    .isEqualTo(120);
            assertThat(execution
                            .get("tokens")
                            .get("spans")
                            .get("0000000000000002")
                            .get("input")
                            .integer(0))
                    .isEqualTo(100);
            assertThat(execution.get("artifacts").isArray()).isTrue();
            JsonValue span = execution.get("spans").at(1);
            assertThat(span.text("span_id")).isEqualTo("0000000000000002");
            assertThat(span.text("parent_id")).isEqualTo("0000000000000001");
            assertThat(span.text("start_time")).isEqualTo("2026-11-21T12:00:00.010Z");
            assertThat(span.text("end_time")).isEqualTo("2026-11-21T12:00:00.060Z");
            assertThat(span.text("status")).isEqualTo("ok");
            assertThat(span.get("attributes").text(AttributeNames.INPUT)).isEqualTo("the ferryman waits");
            assertThat(span.get("events").isArray()).isTrue();
            assertThat(span.get("depth").integer(-1)).isEqualTo(1);
        }
        assertThat(console.get("/executions/nobody/trace").statusCode()).isEqualTo(404);
    }

    @Test
    void packsLongAnswers() throws IOException {
        journal.append(span(1, 4)
                .parent(1)
                .with(AttributeNames.OUTPUT, "the ferryman waits. ".repeat(200))
                .build());
        console.await("/api/v1/traces/" + FIRST, "0000000000000004");
        HttpResponse<byte[]> packed = console.send(
                console.request("/api/v1/traces/" + FIRST + "?content=true")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("ferryman");
        }
    }

    @Test
    void tellsFiguresAboutItself() {
        assertThat(console.get("/health").body()).contains("\"status\":\"ok\"");
        HttpResponse<String> metrics = console.get("/metrics");
        assertThat(metrics.body())
                .contains("# TYPE narrative_http_requests_total counter")
                .contains("narrative_http_requests_total{method=\"GET\",route=\"/health\",status=\"200\"} 1")
                .contains("narrative_index_refresh_seconds_bucket{le=\"+Inf\"}")
                .contains("narrative_ingest_queue 0.0");
    }

    private JsonValue get(String path) {
        HttpResponse<String> answer = console.get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private static JsonValue json(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }
}
