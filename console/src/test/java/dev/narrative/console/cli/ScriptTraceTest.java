package dev.narrative.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code trace start}, {@code log}, {@code end} and {@code correlation}, as a shell script calls them. */
final class ScriptTraceTest extends CommandFixture {
    @BeforeEach
    void useTheRealClock() {
        clock = Clock.systemUTC(); // what is open is running until a moment that the machine's clock tells
    }

    @Test
    void aScript_makesATrace() {
        String id = start(
                "nightly import", "--session", "chap-12", "--story", "river", "--user", "ada", "--service", "cron");
        assertThat(run("trace", "log", "fetch", "--duration", "2s", "-d", "rows=12", "-d", "db.system=sqlite"))
                .isZero();
        String fetch = out().strip();
        assertThat(run("trace", "log", "parse", "--parent", fetch, "--error", "line 3 is torn", "--type", "tool"))
                .isZero();
        assertThat(run("trace", "end", "--output", "12 rows")).isZero();
        assertThat(out().strip()).isEqualTo(id);

        assertThat(run("trace", "show", id)).isZero();
        assertThat(lines().get(0))
                .contains("session chap-12")
                .contains("story river")
                .contains("3 spans");
        assertThat(lines().get(1)).startsWith("nightly import [cron]");
        assertThat(lines()).anyMatch(line -> line.startsWith("└─ fetch") && line.contains("2.00s"));
        assertThat(lines()).anyMatch(line -> line.contains("└─ parse ✗ line 3 is torn"));
        assertThat(run("trace", "show", id, "--span", fetch)).isZero();
        assertThat(out())
                .contains("script.rows = 12")
                .contains("db.system = sqlite")
                .contains("session.id = chap-12");
        assertThat(run("trace", "list", "--status", "error", "--user", "ada")).isZero();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void anOpenTrace_isRunning_andStaysAfterItsProcessHasGone() throws IOException {
        String id = start("long work");
        assertThat(run("trace", "list", "--status", "running")).isZero();
        assertThat(lines().get(1)).startsWith(id).contains("long work");

        String other = start("given up", "--timeout", "1ns");
        assertThat(run("trace", "list", "--status", "interrupted")).isZero();
        assertThat(lines().get(1)).startsWith(other);

        assertThat(run("trace", "end", "--trace", id)).isZero();
        assertThat(run("trace", "list", "--status", "running")).isZero();
        assertThat(lines()).hasSize(1);
        assertThat(run("index", "verify")).isZero();
        try (Stream<Path> files = Files.walk(traces)) {
            assertThat(files.filter(file -> file.toString().endsWith(".open.jsonl")))
                    .hasSize(1);
        }
    }

    @Test
    void whichTrace_isToldByItsIdItsVariableOrThereBeingOne() {
        assertThat(run("trace", "log", "x")).isEqualTo(3);
        assertThat(err()).contains("no trace is open; begin one");
        String first = start("first");
        assertThat(run("trace", "log", "only one")).isZero();
        String second = start("second");
        assertThat(run("trace", "log", "which?")).isEqualTo(2);
        assertThat(err()).contains(first).contains(second).contains("--trace");
        assertThat(run("trace", "log", "by id", "--trace", first.substring(0, 20)))
                .isZero();
        assertThat(runWith("NARRATIVE_TRACE_ID", second, "trace", "log", "by variable"))
                .isZero();
        assertThat(run("trace", "end", "--trace", "ffff")).isEqualTo(3);
        assertThat(run("trace", "end", "--trace", first)).isZero();
        assertThat(run("trace", "show", first)).isZero();
        assertThat(out()).contains("only one").contains("by id").doesNotContain("by variable");
    }

    @Test
    void correlation_isReadyForCurl() {
        String id = start("import", "--session", "chap-12", "--story", "river");

        assertThat(run("trace", "correlation")).isZero();
        assertThat(lines())
                .hasSize(4)
                .contains("X-Narrative-Trace-Id: " + id, "X-Session-Id: chap-12", "X-Story-Id: river");
        assertThat(lines().get(3)).matches("traceparent: 00-" + id + "-[0-9a-f]{16}-01");
        assertThat(run("trace", "correlation", "--curl")).isZero();
        assertThat(out().strip())
                .matches("-H X-Narrative-Trace-Id:" + id
                        + " -H X-Session-Id:chap-12 -H X-Story-Id:river -H traceparent:00-.*");
        assertThat(run("trace", "correlation", "-o", "config")).isZero();
        assertThat(lines()).contains("header = \"X-Session-Id: chap-12\"");
        assertThat(run("trace", "correlation", "-o", "env")).isZero();
        assertThat(lines().get(0)).isEqualTo("export NARRATIVE_TRACE_ID='" + id + "'");
        assertThat(lines().get(1)).startsWith("export TRACEPARENT='00-" + id);
        assertThat(run("trace", "correlation", "-o", "json")).isZero();
        assertThat(isJson(out())).isTrue();
        assertThat(run("trace", "correlation", "--parent", "00000000000000ab")).isZero();
        assertThat(out()).contains("-00000000000000ab-01");
    }

    @Test
    void curl_isRefusedWhatAShellWouldSplit() {
        start("import", "--session", "chap 12");

        assertThat(run("trace", "correlation", "--curl")).isEqualTo(2);
        assertThat(err()).contains("curl -K -");
        assertThat(run("trace", "correlation", "-o", "config")).isZero();
        assertThat(lines()).contains("header = \"X-Session-Id: chap 12\"");
    }

    @Test
    void anIdFromElsewhere_isSharedOrKept() {
        assertThat(start("shared", "--id", "0AF76519-16cd-43dd-8448-eb211c80319c"))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(run("trace", "end")).isZero();
        String own = start("kept", "--id", "run-4711");
        assertThat(run("trace", "correlation", "--trace", "run-4711")).isZero();
        assertThat(lines().get(0)).isEqualTo("X-Narrative-Trace-Id: run-4711");
        assertThat(lines().get(1)).startsWith("traceparent: 00-" + own);
        assertThat(run("trace", "start", "--session", "a\nb")).isEqualTo(2);
        assertThat(run("trace", "start", "--universe", "nowhere")).isEqualTo(2);
        assertThat(run("trace", "start", "--timeout", "soon")).isEqualTo(2);
    }

    @Test
    void secrets_areMasked() {
        String id = start("import");
        assertThat(run("trace", "log", "call", "-d", "api_key=sk-123", "--input", "mail ada@example.com"))
                .isZero();
        assertThat(run("trace", "end")).isZero();
        assertThat(run("trace", "export", id)).isZero();
        assertThat(out())
                .doesNotContain("sk-123")
                .doesNotContain("ada@example.com")
                .contains("***");
    }

    @Test
    void end_exportsWhenItIsTold() throws IOException {
        start("import");
        Path file = traces.resolve("import.md");
        assertThat(run("trace", "end", "--error", "disk full", "--export", file.toString(), "--format", "md"))
                .isZero();
        assertThat(Files.readString(file)).startsWith("# import\n").contains("disk full");
    }

    @Test
    void aJournalThatIsAFile_isNotWrittenTo() throws IOException {
        Path file = Files.createFile(traces.resolve("x.jsonl"));
        assertThat(run("trace", "start", "--journal", file.toString())).isEqualTo(2);
        assertThat(Files.size(file)).isZero();
    }

    private String start(String name, String... more) {
        List<String> args = new ArrayList<>(List.of("trace", "start", name));
        args.addAll(List.of(more));
        assertThat(run(args.toArray(new String[0]))).as(err()).isZero();
        String id = out().strip();
        assertThat(id).matches("[0-9a-f]{32}");
        return id;
    }
}
