package dev.narrative.console.server;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.console.server.http.WebhookSignature;
import dev.narrative.model.AttributeNames;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LangfuseWebhookTest {
    private static final String TRACE = "00000000000000010000000000000001";

    @TempDir
    Path traces;

    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        console = RunningConsole.knowing(traces, span(1, 1).session("chap-12").build());
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void takesScores_once() {
        String score = "{\"id\":\"e1\",\"type\":\"score-created\",\"data\":{\"id\":\"s1\",\"traceId\":\"" + TRACE
                + "\",\"name\":\"helpful\",\"value\":0.9,\"dataType\":\"NUMERIC\",\"comment\":\"by hand\"}}";
        assertThat(told(score, RunningConsole.LANGFUSE_SECRET)).isEqualTo(200);
        assertThat(told(score, RunningConsole.LANGFUSE_SECRET)).isEqualTo(200);
        assertThat(console.await("/api/v1/scores?traceId=" + TRACE, "helpful").body())
                .contains("\"value\":0.9", "\"comment\":\"by hand\"", "\"id\":\"s1\"");
        console.await("/api/v1/traces/" + TRACE, "\"spanCount\":2");
    }

    @Test
    void takesBooleans_andPassesOverWhatIsNotHere() {
        assertThat(told(
                        "{\"id\":\"e1\",\"type\":\"score-created\",\"data\":{\"traceId\":\"" + TRACE
                                + "\",\"name\":\"done\",\"value\":1,\"dataType\":\"BOOLEAN\"}}",
                        RunningConsole.LANGFUSE_SECRET))
                .isEqualTo(200);
        assertThat(console.await("/api/v1/scores?traceId=" + TRACE, "done").body())
                .contains("\"value\":true");
        for (String other : new String[] {
            "{\"id\":\"e2\",\"type\":\"score-created\",\"data\":{\"traceId\":\"" + "f".repeat(32)
                    + "\",\"name\":\"x\",\"value\":1}}",
            "{\"id\":\"e3\",\"type\":\"score-created\",\"data\":{\"traceId\":\"not ours\"}}",
            "{\"id\":\"e4\",\"type\":\"project-notification\"}",
            "{\"id\":\"e5\",\"type\":\"score-created\"}"
        }) {
            assertThat(told(other, RunningConsole.LANGFUSE_SECRET)).as(other).isEqualTo(200);
        }
        assertThat(told("nonsense", RunningConsole.LANGFUSE_SECRET)).isEqualTo(400);
    }

    @Test
    void listsVersionsOfPrompts() {
        told(
                "{\"id\":\"e1\",\"type\":\"prompt-version\",\"action\":\"created\",\"timestamp\":\"2026-11-21T12:00:00Z\","
                        + "\"prompt\":{\"name\":\"narrate\",\"version\":3,\"labels\":[\"production\"]}}",
                RunningConsole.LANGFUSE_SECRET);
        assertThat(console.get("/api/v1/prompts").body())
                .isEqualTo("{\"prompts\":[{\"name\":\"narrate\",\"version\":3,\"action\":\"created\","
                        + "\"time\":\"2026-11-21T12:00:00Z\",\"labels\":[\"production\"]}]}");
    }

    @Test
    void keepsVersionsOfPrompts_overARestart_andShowsThemWithTheirCalls() throws IOException {
        told(
                "{\"id\":\"e1\",\"type\":\"prompt-version\",\"action\":\"created\","
                        + "\"prompt\":{\"name\":\"narrate\",\"version\":3,\"labels\":[\"production\"]}}",
                RunningConsole.LANGFUSE_SECRET);
        Path file = RunningConsole.data(traces).path().resolve("prompts.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        console.close();
        Files.writeString(file, "{\"name\":\"cut", StandardOpenOption.APPEND);
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"))
                .append(
                        span(2, 1)
                                .with(AttributeNames.PROMPT_NAME, "narrate")
                                .with(AttributeNames.PROMPT_VERSION, 3L)
                                .build(),
                        span(2, 2)
                                .with(AttributeNames.PROMPT_NAME, "narrate")
                                .with(AttributeNames.PROMPT_VERSION, 2L)
                                .build());
        console = RunningConsole.open(traces);

        assertThat(told(
                        "{\"id\":\"e2\",\"type\":\"prompt-version\",\"action\":\"updated\","
                                + "\"prompt\":{\"name\":\"edit\",\"version\":1}}",
                        RunningConsole.LANGFUSE_SECRET))
                .isEqualTo(200);
        String prompts = console.get("/api/v1/prompts").body();
        assertThat(prompts)
                .contains("\"name\":\"narrate\",\"version\":3", "\"labels\":[\"production\"]", "\"name\":\"edit\"")
                .doesNotContain("cut");
        String trace = "/api/v1/traces/00000000000000020000000000000002";
        assertThat(console.await(trace + "?content=true", "\"spanCount\":2").body())
                .containsOnlyOnce("\"prompt\":{\"name\":\"narrate\",\"version\":3,\"action\":\"created\"");
        assertThat(console.get(trace + "/spans/0000000000000001").body()).contains("\"labels\":[\"production\"]");
        assertThat(console.get(trace + "/spans/0000000000000002").body()).doesNotContain("production");
    }

    @Test
    void refusesOtherSignatures() {
        assertThat(told("{\"id\":\"e1\",\"type\":\"prompt-version\"}", "another secret"))
                .isEqualTo(401);
        assertThat(console.post("/webhooks/langfuse", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void showsAlerts_thatFire() throws IOException {
        Files.writeString(
                RunningConsole.data(traces).path().resolve("alerts.properties"),
                "silent.when = calls < 1\nwrong.when = colour > red\n");
        assertThat(console.await("/api/v1/alerts", "silent").body())
                .contains("\"status\":\"firing\"", "rule wrong is left out");
        assertThat(console.get("/metrics").body()).contains("narrative_alerts_firing 1.0");
    }

    private int told(String event, String secret) {
        byte[] body = event.getBytes(StandardCharsets.UTF_8);
        String signature = new WebhookSignature(secret).sign(body, Instant.now().getEpochSecond());
        return console.send(console.request("/webhooks/langfuse")
                        .header("x-langfuse-signature", signature)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build())
                .statusCode();
    }
}
