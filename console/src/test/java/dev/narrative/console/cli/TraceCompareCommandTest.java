package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.model.AttributeNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TraceCompareCommandTest extends CommandFixture {
    private static final String BEFORE = "000000000000abc1";
    private static final String AFTER = "000000000000abd2";

    @BeforeEach
    void writeJournal() {
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"))
                .append(
                        span(0xabc1, 1).name("narrate scene").at(0, 1_000).build(),
                        span(0xabc1, 2)
                                .parent(1)
                                .name("chat")
                                .at(0, 400)
                                .call("gpt-4o", 1_900, 310, 0.009)
                                .with(AttributeNames.INPUT, "Tell of the river\nand of its ferryman")
                                .build(),
                        span(0xabc1, 3).parent(1).name("look up").at(400, 500).build(),
                        span(0xabd2, 1).name("narrate scene").at(60_000, 61_500).build(),
                        span(0xabd2, 2)
                                .parent(1)
                                .name("chat")
                                .at(60_000, 60_650)
                                .call("gpt-4o", 2_000, 310, 0.01)
                                .with(AttributeNames.INPUT, "Tell of the sea\nand of its ferryman")
                                .error("rate_limit", "slow down")
                                .build(),
                        span(0xabd2, 3)
                                .parent(1)
                                .name("retry")
                                .at(60_700, 61_000)
                                .build());
    }

    @Test
    void inAPipe_hasStableColumns() {
        assertThat(run("trace", "compare", BEFORE, AFTER)).isZero();

        assertThat(lines())
                .containsExactly(
                        "change\tdepth\tname\tbefore_ms\tafter_ms\tdiff_ms\tbefore_input_tokens\tbefore_output_tokens"
                                + "\tafter_input_tokens\tafter_output_tokens\tbefore_cost\tafter_cost\tdiffers\tbefore_span\tafter_span",
                        "same\t0\tnarrate scene\t1000\t1500\t500\t0\t0\t0\t0\t\t\t\t0000000000000001\t0000000000000001",
                        "changed\t1\tchat\t400\t650\t250\t1900\t310\t2000\t310\t0.009\t0.01\tstatus, error, tokens, cost, input"
                                + "\t0000000000000002\t0000000000000002",
                        "removed\t1\tlook up\t100\t\t\t0\t0\t\t\t\t\t\t0000000000000003\t",
                        "added\t1\tretry\t\t300\t\t\t\t0\t0\t\t\t\t\t0000000000000003");
        assertThat(err()).isEqualTo("1 same, 1 changed, 1 added, 1 removed" + System.lineSeparator());
    }

    @Test
    void onATerminal_isATableWithWordsThatDiffer() {
        terminal = new Terminal(true, 140, true, false);
        assertThat(run("trace", "compare", BEFORE, AFTER)).isZero();

        assertThat(out())
                .contains("CHANGE     SPAN")
                .contains("~ changed    chat")
                .contains("+250ms  1.9k→310  2k→310")
                .contains("Tell of the \u001b[31m[-river-]\u001b[0m\u001b[32m{+sea+}\u001b[0m⏎and of its ferryman");
        assertThat(lines().get(0))
                .startsWith("\u001b[1mbefore  000000000000abc1000000000000abc1  narrate scene  1.00s");
        assertThat(out()).contains("\u001b[31m~ changed");
    }

    @Test
    void changesAndDiff_showLess() {
        assertThat(run("trace", "compare", BEFORE, AFTER, "--changes")).isZero();
        assertThat(lines()).hasSize(4).noneMatch(line -> line.startsWith("same"));
        assertThat(run("trace", "compare", BEFORE, AFTER, "--diff")).isZero();
        assertThat(lines()).containsExactly("chat  input", "  Tell of the [-river-]{+sea+}⏎and of its ferryman");
        assertThat(run("trace", "compare", BEFORE, BEFORE, "--diff")).isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void writesJsonAndMarkdown() {
        assertThat(run("trace", "compare", BEFORE, AFTER, "-o", "json")).isZero();
        assertThat(isJson(out())).isTrue();
        assertThat(out())
                .contains("\"inputDiff\":[{\"same\":\"Tell of the \"},{\"removed\":\"river\"},{\"added\":\"sea\"}");
        assertThat(run("trace", "compare", BEFORE, AFTER, "-o", "jsonl")).isZero();
        assertThat(lines()).hasSize(4).allMatch(CommandFixture::isJson);
        assertThat(run("trace", "compare", BEFORE, AFTER, "-o", "md")).isZero();
        assertThat(out())
                .startsWith("# narrate scene compared\n")
                .contains("| ~ changed |")
                .contains("```diff\n  Tell of the \n- river\n+ sea\n");
    }

    @Test
    void needsTwoTraces() {
        assertThat(run("trace", "compare", BEFORE)).isEqualTo(2);
        assertThat(run("trace", "compare", BEFORE, "ff")).isEqualTo(3);
        assertThat(run("trace", "compare", "@last", BEFORE)).isZero();
    }
}
