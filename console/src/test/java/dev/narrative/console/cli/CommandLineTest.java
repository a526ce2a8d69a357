package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.SpanState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CommandLineTest extends CommandFixture {
    private static final Terminal TERMINAL = new Terminal(true, 90, true, false);

    @BeforeEach
    void writeJournal() {
        JournalFile file = new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"));
        file.append(
                span(0xabc1, 0x10)
                        .name("narrate scene")
                        .at(0, 8_410)
                        .session("chap-12")
                        .with(AttributeNames.STORY_ID, "river")
                        .build(),
                span(0xabc1, 0x11).parent(0x10).name("plan").at(100, 1_300).build(),
                span(0xabc1, 0x12)
                        .parent(0x11)
                        .name("chat gpt-4o")
                        .at(150, 1_260)
                        .call("gpt-4o", 1_900, 310, 0.009)
                        .with(AttributeNames.INPUT, "Tell of the river\nand of its ferryman")
                        .with(AttributeNames.OUTPUT, "It was wide.")
                        .build(),
                span(0xabc1, 0x13)
                        .parent(0x10)
                        .name("write")
                        .at(1_400, 8_300)
                        .exception(
                                "java.util.concurrent.TimeoutException",
                                "no answer",
                                "java.util.concurrent.TimeoutException: no answer\n\tat com.shop.Press.print(Press.java:123)\n")
                        .build(),
                span(0xabd2, 0x20)
                        .name("a\u001b[31m very long name of a trace that no narrow terminal can show whole")
                        .at(60_000, 60_250)
                        .build());
    }

    @Test
    void list_inAPipe_hasStableColumnsAndWholeValues() {
        assertThat(run("trace", "list")).isZero();

        assertThat(lines())
                .containsExactly(
                        "trace\tstart\tsession\troot\tspans\tduration_ms\tinput_tokens\toutput_tokens\tcost\tstatus\terrors"
                                + "\tservice\tstory\tuser",
                        "000000000000abd2000000000000abd2\t2026-11-21T12:01:00Z\t\ta [31m very long name of a trace that no"
                                + " narrow terminal can show whole\t1\t250\t0\t0\t\tok\t0\tstudio\t\t",
                        "000000000000abc1000000000000abc1\t2026-11-21T12:00:00Z\tchap-12\tnarrate scene\t4\t8410\t1900\t310"
                                + "\t0.009\terror\t1\tstudio\triver\t");
    }

    @Test
    void list_onATerminal_isAlignedCutAndColoured() {
        terminal = TERMINAL;
        assertThat(run("trace", "list")).isZero();

        assertThat(lines())
                .containsExactly(
                        "\u001b[1mTRACE     AGE  SESSION  ROOT                       SPANS    DUR    TOKENS     COST  STATUS\u001b[0m",
                        "00000000   1m  -        a [31m very long name of…      1  250ms         -        -  ok",
                        "\u001b[31m00000000   2m  chap-12  narrate scene                  4  8.41s  1.9k→310  $0.0090  ✗ 1\u001b[0m");
    }

    @Test
    void list_takesFilters() {
        assertThat(run("trace", "list", "--session", "chap-12", "--min-cost", "0.001", "--since", "1h"))
                .isZero();
        assertThat(lines()).hasSize(2);
        assertThat(run("trace", "list", "--where", "status=error duration>5s model=gpt*"))
                .isZero();
        assertThat(lines()).hasSize(2);
        assertThat(run("trace", "list", "--text", "ferryman")).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(run("trace", "list", "--status", "ok", "--name", "narrate")).isZero();
        assertThat(lines()).hasSize(1);
        assertThat(err()).contains("no trace is like that");
    }

    @Test
    void list_goesOnWithTheCursor() {
        assertThat(run("trace", "list", "-n", "1")).isZero();
        String cursor = err().replaceAll("(?s).*--cursor (\\S+).*", "$1");
        assertThat(run("trace", "list", "-n", "1", "--cursor", cursor)).isZero();
        assertThat(lines().get(1)).contains("narrate scene");
        assertThat(run("trace", "list", "--cursor", "bm9wZQ")).isEqualTo(2);
    }

    @Test
    void list_writesJsonLinesAndMarkdown() throws IOException {
        assertThat(run("trace", "list", "-o", "json")).isZero();
        assertThat(isJson(out())).isTrue();
        assertThat(out()).startsWith("{\"traces\":[{\"traceId\":\"000000000000abd2000000000000abd2\"");
        assertThat(run("trace", "list", "-o", "jsonl")).isZero();
        assertThat(lines()).hasSize(2).allMatch(line -> isJson(line));
        assertThat(run("trace", "list", "-o", "md")).isZero();
        assertThat(lines()).hasSize(4).allMatch(line -> line.startsWith("|") && line.endsWith("|"));
    }

    @Test
    void show_drawsTheTree() {
        assertThat(run("trace", "show", "000000000000abc1")).isZero();
        assertThat(lines().get(0))
                .startsWith("trace 000000000000abc1000000000000abc1  session chap-12  story river  4 spans");
        assertThat(lines().get(1)).startsWith("narrate scene [studio]");
        assertThat(lines().get(3)).contains("chat gpt-4o").contains("1.9k→310  $0.0090");
        assertThat(lines().get(4)).contains("write ✗ TimeoutException");
        assertThat(run("trace", "show", "@last")).isZero();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void show_hasOtherViews() {
        assertThat(run("trace", "show", "000000000000abc1", "--timeline")).isZero();
        assertThat(lines())
                .hasSize(5)
                .element(2)
                .asString()
                .startsWith("100\t1200\t0000000000000011\tplan\tstudio\tok");
        assertThat(run("trace", "show", "000000000000abc1", "--critical")).isZero();
        assertThat(lines().get(4)).startsWith("6900\t82.0\t1400\t0000000000000013\twrite");
        assertThat(run("trace", "show", "000000000000abc1", "--io")).isZero();
        assertThat(lines())
                .containsExactly(
                        "chat gpt-4o  1.11s",
                        "  in  Tell of the river",
                        "  in  and of its ferryman",
                        "  out It was wide.");
        assertThat(run("trace", "show", "000000000000abc1", "--errors")).isZero();
        assertThat(lines())
                .containsExactly(
                        "write  6.90s  ✗",
                        "  java.util.concurrent.TimeoutException: no answer",
                        "   at com.shop.Press.print(Press.java:123)");
        assertThat(run("trace", "show", "000000000000abc1", "--span", "0000000000000012"))
                .isZero();
        assertThat(out()).contains("gen_ai.response.model = gpt-4o").contains("    and of its ferryman");
        assertThat(run("trace", "show", "000000000000abc1", "--span", "f")).isEqualTo(3);
        assertThat(run("trace", "show", "000000000000abc1", "--span", "0")).isEqualTo(2);
        assertThat(run("trace", "show", "@last", "--io", "--errors")).isEqualTo(2);
    }

    @Test
    void names_aTraceByAUniquePrefixOnly() {
        assertThat(run("trace", "show", "000000000000abc")).isZero();
        assertThat(run("trace", "show", "000000000000AB")).isEqualTo(2);
        assertThat(err()).contains("several traces begin with");
        assertThat(run("trace", "show", "ff")).isEqualTo(3);
        assertThat(err()).contains("there is no trace ff");
        assertThat(run("trace", "show", "x; DROP TABLE")).isEqualTo(2);
    }

    @Test
    void export_writesWhatOthersRead() throws IOException {
        for (String format : List.of("json", "zipkin")) {
            assertThat(run("trace", "export", "000000000000abc1", "-o", format)).isZero();
            assertThat(isJson(out())).isTrue();
        }
        assertThat(run("trace", "export", "000000000000abc1", "-o", "csv")).isZero();
        assertThat(out()).contains("\"Tell of the river\nand of its ferryman\",It was wide.,\r\n");
        assertThat(run("trace", "export", "000000000000abc1", "-o", "md")).isZero();
        assertThat(out()).startsWith("# narrate scene\n").contains("## Errors").contains("(Press.java:123)");
        Path file = traces.resolve("out.jsonl");
        assertThat(run("trace", "export", "000000000000abc1", "-o", "otlp", "--to", file.toString()))
                .isZero();
        assertThat(Journal.read(file).spans()).hasSize(4);
        assertThat(Journal.read(file).problems()).isEmpty();
    }

    @Test
    void sessions_areListedAndShown() {
        assertThat(run("session", "list")).isZero();
        assertThat(lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("chap-12\t2026-11-21T12:00:08.410Z\t1\t4\t1\t1900");
        assertThat(run("session", "show", "chap-12")).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(run("session", "show", "chap")).isEqualTo(3);
    }

    @Test
    void stats_sumUpCalls() {
        assertThat(run("stats")).isZero();
        assertThat(lines().get(0))
                .startsWith("model\tcalls\terrors\tinput_tokens\toutput_tokens\tcost\tunpriced\tp50_ms");
        assertThat(lines().get(1)).startsWith("gpt-4o\t1\t0\t1900\t310\t0.009\t0\t11");
        for (String by : List.of("operation", "hour", "session", "service", "user")) {
            assertThat(run("stats", "--by", by)).isZero();
            assertThat(lines()).hasSize(2);
        }
        assertThat(run("stats", "--by", "weather")).isEqualTo(2);
    }

    @Test
    void index_isRebuiltAndVerified() {
        assertThat(run("index", "verify")).isZero();
        assertThat(run("index", "rebuild")).isZero();
        assertThat(run("trace", "list")).isZero();
        assertThat(lines()).hasSize(3);
    }

    @Test
    void tail_printsATraceThatHasEnded() {
        JournalFile late = new JournalFile(traces.resolve("2026-11-21/late-2-1.jsonl"));
        Thread writer = new Thread(() -> {
            // Traces until one comes after the first look.
            for (long id = 0x5000; !Thread.currentThread().isInterrupted(); id++) {
                late.append(span(id, 1).name("late").at(1, 2).build());
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        });
        writer.start();
        try {
            assertThat(run("trace", "tail", "-n", "1", "--name", "late", "-o", "jsonl"))
                    .isZero();
        } finally {
            writer.interrupt();
        }
        assertThat(lines()).hasSize(1).element(0).asString().contains("\"name\":\"late\"");
    }

    @Test
    void runningTraces_sayThatTheyRun() {
        new JournalFile(traces.resolve(
                        "2026-11-21/late-" + ProcessHandle.current().pid() + "-1.open.jsonl"))
                .append(span(0xdd, 1)
                        .name("still going")
                        .at(70_000, 0)
                        .open(SpanState.RUNNING)
                        .build());
        terminal = new Terminal(true, 100, false, true);
        assertThat(run("trace", "list", "--status", "running")).isZero();
        assertThat(lines().get(1)).contains("still going").contains("...").endsWith("running");
    }

    @Test
    void wrongUsage_isToldWithAnAdvice() {
        assertThat(run("trace", "lst")).isEqualTo(2);
        assertThat(err()).contains("Did you mean").contains("trace list");
        assertThat(run("trace", "list", "--where", "modle=x")).isEqualTo(2);
        assertThat(err()).contains("did you mean model?");
        assertThat(run("trace", "list", "--since", "yesterday")).isEqualTo(2);
        assertThat(run("trace", "list", "-n", "0")).isEqualTo(2);
        assertThat(run("trace", "list", "--status", "bad")).isEqualTo(2);
        assertThat(run("trace")).isEqualTo(2);
    }

    @Test
    void aMissingJournal_isNotFound() {
        assertThat(runIn(
                        Map.of(
                                JournalOptions.JOURNAL_VARIABLE,
                                traces.resolve("nowhere").toString()),
                        "trace",
                        "list"))
                .isEqualTo(3);
        assertThat(err()).contains("has anything been traced?");
    }

    @Test
    void helpAndCompletion_knowAllCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out())
                .contains(
                        "trace",
                        "session",
                        "stats",
                        "bottlenecks",
                        "flow",
                        "score",
                        "prices",
                        "prune",
                        "hold",
                        "index",
                        "completion");
        assertThat(runIn(Map.of(), "completion")).isZero();
        assertThat(out()).contains("_complete_narrative", "correlation", "compare", "--by", "missing", "--older-than");
        assertThat(runIn(Map.of(), "trace", "list", "--help")).isZero();
        assertThat(out()).contains("--min-duration");
    }
}
