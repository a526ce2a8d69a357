package dev.narrative.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.TestSpans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    /** Larger than any process id that Linux gives. */
    private static final long DEAD_PID = 1L << 40;

    private static final Resource RESOURCE = new Resource("shop", new Attributes().put("service.name", "shop"));

    @TempDir
    Path dir;

    @Test
    void readsBack_everyField() throws Exception {
        JournalSpan span = TestSpans.span("place \"order\"\u0001", 0xf00000000000000fL)
                .remoteParent(7)
                .kind(SpanKind.CLIENT)
                .at(3, 9)
                .status(StatusCode.ERROR, "bad")
                .traceState("a=b")
                .put("text", "é😀")
                .put("integer", Long.MAX_VALUE)
                .put("decimal", 1e300)
                .put("bool", false)
                .put("list", List.of("a", "b"))
                .event(new SpanEvent("e", 12, new Attributes().put("k", "v")))
                .build();
        write("2026-01-01/shop-1-1.jsonl", Encoded.line(RESOURCE, List.of(span)));

        JournalContent content = Journal.read(dir);

        assertThat(content.problems()).isEmpty();
        assertThat(content.spans())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(span);
    }

    @Test
    void keepsAllElse_whenALineIsWrong() throws Exception {
        String good = line("good", 1);
        write("2026-01-01/shop-1-1.jsonl", good + "{\"resourceSpans\":[oops]}\n\n" + line("after", 2) + "[1]\n");

        JournalContent content = Journal.read(dir);

        assertThat(content.spans()).extracting(JournalSpan::name).containsExactly("good", "after");
        assertThat(content.problems()).hasSize(2);
        assertThat(content.problems().get(0).line()).isEqualTo(2);
        assertThat(content.problems().get(0).toString())
                .contains("shop-1-1.jsonl:2: the line is not OTLP-JSON")
                .contains("delete it");
        assertThat(content.problems().get(1).line()).isEqualTo(5);
    }

    @Test
    void keepsTheWholeSpans_ofEveryTornLine() throws Exception {
        String line = Encoded.line(
                RESOURCE,
                List.of(
                        TestSpans.span("one", 1).build(),
                        TestSpans.span("two", 2).build()));
        int secondSpan = line.indexOf("\"name\":\"two\"");
        for (int cut = 1; cut < line.length() - 1; cut++) {
            write("2026-01-01/shop-1-1.jsonl", line("first", 3) + line.substring(0, cut));

            JournalContent content = Journal.read(dir);

            assertThat(content.spans().get(0).name()).isEqualTo("first");
            assertThat(content.spans()).hasSizeGreaterThanOrEqualTo(cut > secondSpan ? 2 : 1);
            assertThat(content.problems()).extracting(JournalProblem::line).containsExactly(2);
            assertThat(content.problems().get(0).message()).contains("breaks off");
        }
    }

    @Test
    void takesALastLine_withoutNewline() throws Exception {
        write("2026-01-01/shop-1-1.jsonl", line("good", 1).stripTrailing());

        assertThat(Journal.read(dir).spans()).hasSize(1);
        assertThat(Journal.read(dir).problems()).isEmpty();
    }

    @Test
    void leavesOutASpan_withoutValidId() throws Exception {
        write("2026-01-01/shop-1-1.jsonl", line("lost", 0x55).replace("0000000000000055", "xyz"));
        write("2026-01-01/shop-1-2.jsonl", line("good", 1));

        JournalContent content = Journal.read(dir);

        assertThat(content.spans()).extracting(JournalSpan::name).containsExactly("good");
        assertThat(content.problems()).singleElement().asString().contains("'lost' has no valid spanId");
    }

    @Test
    void tellsRunningFromInterrupted_byTheProcess() throws Exception {
        long alive = ProcessHandle.current().pid();
        write("2026-01-01/shop-" + alive + "-1.open.jsonl", openLine("running", 1));
        write("2026-01-01/shop-" + DEAD_PID + "-1.open.jsonl", openLine("interrupted", 2));

        assertThat(Journal.read(dir).spans())
                .extracting(span -> span.name() + " " + span.state())
                .containsExactlyInAnyOrder("running RUNNING", "interrupted INTERRUPTED");
    }

    @Test
    void countsAsInterrupted_whenThePidHasANewOwner() throws Exception {
        long alive = ProcessHandle.current().pid();
        Path file = write("2026-01-01/shop-" + alive + "-1.open.jsonl", openLine("old", 1));
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        assertThat(Journal.read(dir).spans()).extracting(JournalSpan::state).containsExactly(SpanState.INTERRUPTED);
    }

    @Test
    void countsAsEnded_whatTheJournalSaysHasEnded() throws Exception {
        write("2026-01-01/shop-" + DEAD_PID + "-1.open.jsonl", openLine("x", 1) + openLine("y", 2));
        write("2026-01-02/shop-" + DEAD_PID + "-1.jsonl", line("x", 1));

        assertThat(Journal.read(dir).spans())
                .extracting(span -> span.name() + " " + span.state())
                .containsExactly("x ENDED", "y INTERRUPTED");
    }

    @Test
    void readsWhatTheCollectorWrites() throws Exception {
        write("traces.json", """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"go-api"}}],\
                "droppedAttributesCount":0},"scopeSpans":[{"scope":{"name":"otelhttp","version":"0.60.0"},"spans":[\
                {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"eee19b7ec3c1b174","parentSpanId":"",\
                "flags":257,"name":"GET /","kind":"SPAN_KIND_SERVER","startTimeUnixNano":1544712660000000000,\
                "endTimeUnixNano":"1544712661000000000","links":[{"traceId":"5b8efff798038103d269b633813fc60c",\
                "spanId":"eee19b7ec3c1b175","attributes":[]}],"attributes":[\
                {"key":"n","value":{"intValue":200}},{"key":"d","value":{"doubleValue":"NaN"}},\
                {"key":"a","value":{"arrayValue":{"values":[{"intValue":"1"},{"stringValue":"x"}]}}},\
                {"key":"m","value":{"kvlistValue":{"values":[{"key":"k","value":{"boolValue":true}},\
                {"key":"l","value":{"arrayValue":{"values":[{"doubleValue":0.5}]}}}]}}},{"key":"none","value":{}}],\
                "events":[{"timeUnixNano":"1","name":"e"}],"status":{"code":"STATUS_CODE_OK"},"future":{"x":[1,{}]}}]}],\
                "schemaUrl":"https://opentelemetry.io/schemas/1.26.0"}]}
                {"resourceLogs":[{"scopeLogs":[]}]}
                """);

        JournalContent content = Journal.read(dir);
        JournalSpan span = content.spans().get(0);

        assertThat(content.problems()).isEmpty();
        assertThat(content.spans()).hasSize(1);
        assertThat(span.resource().serviceName()).isEqualTo("go-api");
        assertThat(span.traceIdHigh()).isEqualTo(0x5b8efff798038103L);
        assertThat(span.parentSpanId()).isZero();
        assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.status()).isEqualTo(StatusCode.OK);
        assertThat(span.startEpochNanos()).isEqualTo(1544712660000000000L);
        assertThat(span.scope()).isEqualTo("otelhttp");
        assertThat(span.attributes().get("n")).isEqualTo(200L);
        assertThat(span.attributes().get("d")).isEqualTo(Double.NaN);
        assertThat(span.attributes().get("a")).isEqualTo(List.of("1", "x"));
        assertThat(span.attributes().get("m")).isEqualTo("{\"k\":true,\"l\":[0.5]}");
        assertThat(span.attributes().get("none")).isNull();
        assertThat(span.events()).extracting(SpanEvent::name).containsExactly("e");
    }

    @Test
    void findsTheResource_whereverItStands() throws Exception {
        write("late.jsonl", """
                {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"00000000000000000000000000000001",\
                "spanId":"0000000000000001","name":"a","endTimeUnixNano":"1"}],"scope":{"name":"s"}}],\
                "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"late"}}]}}]}
                """);

        assertThat(Journal.read(dir).spans())
                .extracting(span -> span.resource().serviceName() + " " + span.scope())
                .containsExactly("late s");
    }

    @Test
    void readsSeveralJournals_asOne() throws Exception {
        Path one = write("a/2026-01-01/shop-1-1.jsonl", line("a", 1));
        write("b/shop-1-1.jsonl", line("b", 2));
        write("b/README.md", "not a journal");

        JournalContent content = Journal.read(List.of(dir.resolve("a"), dir.resolve("b"), one, dir.resolve("c")));

        assertThat(content.spans()).extracting(JournalSpan::name).containsExactly("a", "b", "a");
        assertThat(content.problems()).singleElement().asString().contains("no such file or directory");
    }

    private Path write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String line(String name, long id) {
        return Encoded.line(RESOURCE, List.of(TestSpans.span(name, id).build()));
    }

    private static String openLine(String name, long id) {
        return Encoded.line(RESOURCE, List.of(TestSpans.span(name, id).open().build()));
    }
}
