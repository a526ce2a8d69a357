package dev.narrative.console.server;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HoldApiTest {
    private static final String TRACE = "00000000000000010000000000000001";
    private static final String HOLD = "/api/v1/traces/" + TRACE + "/hold";

    @TempDir
    Path traces;

    private JournalFile journal;
    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        console =
                RunningConsole.knowing(traces, span(1, 1).name("narrate scene").build());
        journal = RunningConsole.file(traces);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void heldTrace_staysWithoutItsJournal_untilItIsLetGo() {
        HttpResponse<String> held = console.post(HOLD, "{\"reason\":\"a claim\"}");
        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(held.body())
                .contains("\"traceId\":\"" + TRACE + "\"", "\"by\":\"local\"", "\"reason\":\"a claim\"")
                .contains("\"spanCount\":1");
        assertThat(console.get("/api/v1/holds").body()).contains(TRACE, "a claim");

        journal.append(span(2, 1).build());
        console.await("/api/v1/traces", "00000000000000020000000000000002");
        journal.delete();
        RunningConsole.await("end of the other trace", () -> {
            HttpResponse<String> list = console.get("/api/v1/traces");
            return list.body().contains("00000000000000020000000000000002") ? Optional.empty() : Optional.of(list);
        });
        console.await("/api/v1/traces/" + TRACE + "?content=true", "narrate scene");

        assertThat(release()).isEqualTo(204);
        assertThat(console.get("/api/v1/holds").body()).doesNotContain(TRACE);
        RunningConsole.await("end of the trace", () -> {
            HttpResponse<String> answer = console.get("/api/v1/traces/" + TRACE);
            return answer.statusCode() == 404 ? Optional.of(answer) : Optional.empty();
        });
        assertThat(release()).isEqualTo(404);
    }

    @Test
    void whatIsNotThere_isNotHeld() {
        assertThat(console.post("/api/v1/traces/" + "f".repeat(32) + "/hold", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(console.post("/api/v1/traces/ff/hold", "{}").statusCode()).isEqualTo(400);
        assertThat(console.post(HOLD, "[]").statusCode()).isEqualTo(400);
        assertThat(console.get("/api/v1/holds").body()).isEqualTo("{\"holds\":[]}");
    }

    @Test
    void bothChanges_areWrittenDown() {
        console.post(HOLD, "{}");
        release();
        assertThat(console.get("/api/v1/audit?action=change").body())
                .contains("\"what\":\"POST " + HOLD + "\"", "\"what\":\"DELETE " + HOLD + "\"");
    }

    private int release() {
        return console.send(console.request(HOLD).DELETE().build()).statusCode();
    }
}
