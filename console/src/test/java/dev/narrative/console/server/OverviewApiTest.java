package dev.narrative.console.server;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages ask for beside traces and sessions: sums over the latest traces, and settings. */
final class OverviewApiTest {
    @TempDir
    Path traces;

    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        JournalFile file = new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"));
        file.append(
                span(1, 1)
                        .name("narrate")
                        .session("a")
                        .with(AttributeNames.STORY_ID, "river")
                        .with(AttributeNames.USER_ID, "ada")
                        .at(0, 100)
                        .build(),
                span(1, 2)
                        .parent(1)
                        .name("chat gpt-4o")
                        .call("gpt-4o", 100, 20, 0.5)
                        .with(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, 0.025)
                        .at(0, 50)
                        .build(),
                span(1, 3)
                        .parent(1)
                        .name("chat gpt-4o")
                        .call("gpt-4o", 100, 20, 0.5)
                        .at(50, 60)
                        .build(),
                span(1, 4)
                        .parent(1)
                        .name("chat small")
                        .call("small", 1, 1, 0.1)
                        .at(60, 70)
                        .build(),
                span(2, 1)
                        .session("b")
                        .with(AttributeNames.STORY_ID, "river")
                        .at(1_000, 1_100)
                        .build(),
                span(3, 1)
                        .exception("java.io.IOException", "lost", "at a.B")
                        .at(2_000, 12_000)
                        .build());
        console = RunningConsole.open(traces);
        console.await("/api/v1/traces", "\"durationMs\":10000");
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void listsTraces_withTheirModelsAndFirstToken() {
        String list = console.get("/api/v1/traces").body();
        assertThat(list).contains("\"models\":[\"gpt-4o\",\"small\"]", "\"models\":[]");
        assertThat(list).containsPattern("\"firstTokenMs\":2[45]\\.");
        assertThat(list.split("firstTokenMs", -1)).hasSize(2);
        assertThat(console.get("/api/v1/traces/" + new TraceId(1, 1)).body()).contains("\"models\":[\"gpt-4o\"");
    }

    @Test
    void sumsUpStoriesAndUsers() {
        assertThat(console.get("/api/v1/stories").body())
                .contains(
                        "\"storyId\":\"river\"",
                        "\"traceCount\":2",
                        "\"sessionCount\":2",
                        "\"cost\":1.1",
                        "\"complete\":true");
        assertThat(console.get("/api/v1/users").body()).contains("\"userId\":\"ada\"", "\"traceCount\":1");
        assertThat(console.get("/api/v1/users?story=nowhere").body()).contains("\"users\":[]");
    }

    @Test
    void countsDurations() {
        String all = console.get("/api/v1/durations").body();
        assertThat(all)
                .contains(
                        "\"fromMs\":100.0,\"toMs\":158.489319,\"count\":2,\"errors\":0",
                        "\"count\":1,\"errors\":1",
                        "\"traces\":3");
        assertThat(console.get("/api/v1/durations?status=ok").body()).contains("\"traces\":2");
        assertThat(console.get("/api/v1/durations?status=odd").statusCode()).isEqualTo(400);
    }

    @Test
    void makesTokens_andTakesThemBack() {
        String made = console.post("/api/v1/tokens", "{\"name\":\"ada\",\"role\":\"viewer\",\"expires\":\"30d\"}")
                .body();
        assertThat(made).contains("\"name\":\"ada\"", "\"role\":\"viewer\"", "\"secret\":\"nrt_", "\"expires\":");
        String id = made.replaceAll(".*\"id\":\"(\\w+)\".*", "$1");
        assertThat(console.get("/api/v1/tokens").body()).contains(id).doesNotContain("nrt_", "hash");
        assertThat(console.post("/api/v1/tokens", "{\"name\":\"ada\",\"role\":\"owner\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(console.post("/api/v1/tokens", "{\"name\":\" \",\"role\":\"viewer\"}")
                        .statusCode())
                .isEqualTo(400);
        var revoke = console.request("/api/v1/tokens/" + id).DELETE().build();
        assertThat(console.send(revoke).statusCode()).isEqualTo(204);
        assertThat(console.send(revoke).statusCode()).isEqualTo(404);
        assertThat(console.get("/api/v1/tokens").body()).contains("\"tokens\":[]");
    }

    @Test
    void tellsSettings() {
        assertThat(console.post("/api/v1/masking", "{\"text\":\"password=hunter2 ok\"}")
                        .body())
                .contains("***", "ok")
                .doesNotContain("hunter2");
        assertThat(console.get("/api/v1/prices").body()).contains("\"model\":\"gpt-4o\"", "\"input\":");
        assertThat(console.get("/api/v1/storage").body()).contains("\"oldestDay\":\"2026-11-21\"", "\"days\":1");
    }
}
