package dev.narrative.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String LINE = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"%s"}}]},\
            "scopeSpans":[{"scope":{"name":"narrative.methods"},"spans":[%s]}]}]}
            """;

    @TempDir
    private Path journal;

    @Test
    void readsSpans_ofSeveralFiles() throws IOException {
        write("2026-01-01/studio-1-1.jsonl", LINE.formatted("studio", span("01", "", "place", 2, "")));
        write(
                "2026-01-01/analyst-2-1.jsonl",
                LINE.formatted(
                        "analyst",
                        span("02", "01", "read", 1, attributes()) + ","
                                + span("03", "02", "ask", 3, ",\"status\":{\"code\":2,\"message\":\"boom\"}")));

        Traces traces = Traces.read(journal);

        assertThat(traces.traceIds()).containsExactly(TRACE);
        assertThat(traces.assertParent("read", "place").named("read").attributes())
                .containsEntry("session.id", "s1")
                .containsEntry("count", "3")
                .containsEntry("ratio", "0.5")
                .containsEntry("sure", "true")
                .containsEntry("names", "[a, b]");
        assertThat(traces.named("read").hasEvent("exception")).isTrue();
        assertThat(traces.named("ask").status()).isEqualTo("ERROR");
        assertThat(traces.pathTo(traces.named("ask")))
                .extracting(RecordedSpan::name)
                .containsExactly("place", "read", "ask");
        assertThat(traces.toString().lines())
                .containsExactlyInAnyOrder(
                        TRACE.substring(0, 6) + "  place [studio SERVER UNSET] in -",
                        TRACE.substring(0, 6) + "  read [analyst INTERNAL UNSET] in place",
                        TRACE.substring(0, 6) + "  ask [analyst CLIENT ERROR] in read");
    }

    @Test
    void leavesOutALine_thatIsBeingWritten() throws IOException {
        write("a.jsonl", LINE.formatted("studio", span("01", "", "place", 2, "")) + "{\"resourceSp");

        assertThat(Traces.read(journal).spans()).hasSize(1);
    }

    @Test
    void holdsNothing_whenThereIsNoJournal() {
        assertThat(Traces.read(journal.resolve("nowhere")).spans()).isEmpty();
    }

    @Test
    void fails_whenALineIsNotJson() throws IOException {
        write("a.jsonl", "{\"resourceSpans\n{}\n");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Traces.read(journal))
                .withMessageContaining("a.jsonl");
    }

    @Test
    void saysWhichParentItIs_whenItIsAnother() throws IOException {
        write(
                "a.jsonl",
                LINE.formatted("studio", span("01", "", "place", 2, "") + "," + span("02", "", "read", 1, "")));
        Traces traces = Traces.read(journal);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> traces.assertParent("read", "place"))
                .withMessageContaining("the parent of \"read\" is not here instead of \"place\"");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> traces.named("absent"))
                .withMessageContaining("0 spans are named \"absent\"");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Traces.await(journal, Duration.ofMillis(20), found -> found.has("absent")));
    }

    private void write(String name, String text) throws IOException {
        Path file = journal.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private static String span(String id, String parent, String name, int kind, String more) {
        return "{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + id + "\",\"parentSpanId\":\"" + parent
                + "\",\"name\":\"" + name + "\",\"kind\":" + kind
                + ",\"startTimeUnixNano\":\"1000000000\",\"endTimeUnixNano\":\"1001500000\"" + more + "}";
    }

    private static String attributes() {
        return ",\"attributes\":[{\"key\":\"session.id\",\"value\":{\"stringValue\":\"s1\"}},"
                + "{\"key\":\"count\",\"value\":{\"intValue\":\"3\"}},"
                + "{\"key\":\"ratio\",\"value\":{\"doubleValue\":0.5}},"
                + "{\"key\":\"sure\",\"value\":{\"boolValue\":true}},"
                + "{\"key\":\"names\",\"value\":{\"arrayValue\":{\"values\":[{\"stringValue\":\"a\"},"
                + "{\"stringValue\":\"b\"}]}}}],\"events\":[{\"name\":\"exception\",\"timeUnixNano\":\"1\"}]";
    }
}
