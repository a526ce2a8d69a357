package dev.narrative.console.server;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalysisApiTest {
    private static final String FIRST = "/api/v1/traces/00000000000000010000000000000001";
    private static final String SECOND = "00000000000000020000000000000002";

    @TempDir
    Path traces;

    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        JournalFile journal = new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"));
        for (int trace = 1; trace <= 2; trace++) {
            journal.append(
                    span(trace, 1).name("narrate <scene>").at(0, 100).build(),
                    span(trace, 2)
                            .parent(1)
                            .name("chat gpt-4o")
                            .call("gpt-4o", 100L * trace, 20, 0.01)
                            .with(AttributeNames.OUTPUT, "the ferryman waits " + (trace == 1 ? "alone" : "for her"))
                            .at(10, 60)
                            .build());
        }
        console = RunningConsole.open(traces);
        console.await("/api/v1/traces", SECOND);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void tellsWhereTwoTracesDiffer_wordByWord() {
        JsonValue comparison = json(FIRST + "/compare/" + SECOND);
        assertThat(comparison.get("after").text("traceId")).isEqualTo(SECOND);
        JsonValue call = comparison.get("spans").at(1);
        assertThat(call.text("change")).isEqualTo("changed");
        assertThat(call.get("differences").toJson())
                .contains("tokens", "output")
                .doesNotContain("input");
        assertThat(call.get("outputDiff").at(1).text("removed")).isEqualTo("alone");
        assertThat(call.get("outputDiff").at(2).text("added")).isEqualTo("for her");
        assertThat(comparison.get("spans").at(0).text("change")).isEqualTo("same");
        assertThat(console.get(FIRST + "/compare/" + "f".repeat(32)).statusCode())
                .isEqualTo(404);
        assertThat(console.get(FIRST + "/compare/nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void drawsHowDataFlows_inEachFormat() {
        JsonValue flow = json(FIRST + "/flow");
        assertThat(flow.get("nodes").size()).isEqualTo(2);
        assertThat(flow.get("edges").at(0).get("inputTokens").integer(0)).isEqualTo(100);
        HttpResponse<String> drawing = console.get(FIRST + "/flow?format=svg");
        assertThat(drawing.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(drawing.body()).startsWith("<svg").contains("narrate &lt;scene&gt;");
        assertThat(console.get(FIRST + "/flow?format=mermaid").body()).contains("flowchart LR");
        assertThat(console.get(FIRST + "/flow?format=gif").statusCode()).isEqualTo(400);
        assertThat(console.get("/api/v1/traces/" + "f".repeat(32) + "/flow").statusCode())
                .isEqualTo(404);
    }

    private JsonValue json(String path) {
        HttpResponse<String> answer = console.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonReader.read(answer.body().getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }
}
