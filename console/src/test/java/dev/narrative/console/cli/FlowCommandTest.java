package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FlowCommandTest extends CommandFixture {
    @BeforeEach
    void writeJournal() {
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"))
                .append(
                        span(1, 1).name("narrate scene").at(0, 100).build(),
                        span(1, 2)
                                .parent(1)
                                .name("chat gpt-4o")
                                .at(0, 10)
                                .call("gpt-4o", 100, 20, 0.5)
                                .build(),
                        span(1, 3)
                                .parent(1)
                                .name("GET /beats")
                                .service("library")
                                .at(20, 30)
                                .build());
    }

    @Test
    void drawsATrace() throws IOException {
        assertThat(run("flow", "@last")).isZero();
        assertThat(out()).startsWith("---\ntitle: \"narrate scene (00000000)\"\n---\nflowchart LR\n");
        assertThat(out()).contains("n0 -- \"1 call, 100→20\" --> n1");
        assertThat(run("flow", "@last", "-o", "json")).isZero();
        assertThat(isJson(out())).isTrue();
        Path file = traces.resolve("flow.svg");
        assertThat(run("flow", "@last", "-o", "svg", "--to", file.toString())).isZero();
        assertThat(out()).isEmpty();
        assertThat(err()).contains("the flow was written to");
        assertThat(Files.readString(file)).startsWith("<svg ").endsWith("</svg>\n");
    }

    @Test
    void drawsAService() {
        assertThat(run("flow", "--service", "library")).isZero();
        assertThat(out()).contains("n1[[\"studio\"]]").contains("n1 -- \"1 call\" --> n0");
        assertThat(run("flow", "--service", "nowhere")).isEqualTo(3);
        assertThat(err()).contains("no span of a service 'nowhere'");
        assertThat(run("flow", "--service", "library", "--since", "1s")).isEqualTo(3);
    }

    @Test
    void needsATraceOrAService() {
        assertThat(run("flow")).isEqualTo(2);
        assertThat(run("flow", "ff")).isEqualTo(3);
        assertThat(run("flow", "@last", "-o", "png")).isEqualTo(2);
    }
}
