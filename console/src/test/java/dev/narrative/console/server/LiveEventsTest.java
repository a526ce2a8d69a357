package dev.narrative.console.server;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LiveEventsTest {
    @TempDir
    Path traces;

    private JournalFile journal;
    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        console = RunningConsole.knowing(traces, span(1, 1).build());
        journal = RunningConsole.file(traces);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void tellsOfTraces_thatCome() throws IOException {
        try (BufferedReader events = stream("")) {
            assertThat(events.readLine()).isEqualTo("retry: 2000");
            journal.append(span(2, 1).name("a new trace").build());
            String data = next(events, "data: ");
            assertThat(data).contains("00000000000000020000000000000002", "a new trace");
            journal.append(span(2, 2).parent(1).build());
            assertThat(next(events, "data: ")).contains("\"spanCount\":2");
        }
    }

    @Test
    void tellsWhatWasMissed_afterABreak() throws IOException {
        String id;
        try (BufferedReader events = stream("")) {
            events.readLine();
            journal.append(span(2, 1).build());
            id = next(events, "id: ");
        }
        journal.append(span(3, 1).build());
        console.await("/api/v1/traces", "00000000000000030000000000000003");
        try (BufferedReader events = stream(id)) {
            assertThat(next(events, "data: ")).contains("00000000000000030000000000000003");
        }
    }

    @Test
    void refusesAnIdThatIsNone() {
        HttpResponse<String> answer = console.send(
                console.request("/api/v1/events").header("Last-Event-ID", "x").build());
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private BufferedReader stream(String lastId) {
        var request = console.request("/api/v1/events");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> answer = console.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader events, String field) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith(field)) {
            line = events.readLine();
        }
        assertThat(line).isNotNull();
        return String.valueOf(line).substring(field.length());
    }
}
