package dev.narrative.console.cli;

import dev.narrative.console.analysis.ComparedSpan;
import dev.narrative.console.analysis.TraceComparison;
import dev.narrative.console.export.ComparisonJson;
import dev.narrative.console.export.ComparisonMarkdown;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.tree.Quantities;
import dev.narrative.model.tree.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = "Lays two traces side by side: what was added, removed, slower, dearer, or said otherwise.")
final class TraceCompareCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "An id, the beginning of one, or @last.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The trace that it is compared with.")
    private String after = "";

    @Option(names = "--changes", description = "Only the spans that differ, were added or removed.")
    private boolean changes;

    @Option(names = "--diff", description = "Only where inputs and outputs differ, word by word.")
    private boolean diff;

    TraceCompareCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (JournalIndex opened = index.openFresh(shell)) {
            TraceQueries traces = opened.traces();
            TraceSummary first = TraceSelector.select(before, traces);
            TraceSummary second = TraceSelector.select(after, traces);
            List<ComparedSpan> spans = TraceComparison.of(traces.spans(first.id()), traces.spans(second.id()));
            List<ComparedSpan> shown = changes
                    ? spans.stream()
                            .filter(span -> span.change() != ComparedSpan.Change.SAME)
                            .toList()
                    : spans;
            if (diff) {
                new DiffTexts(shell).print(spans);
            } else {
                show(first, second, shown);
            }
            tell(spans);
        }
        return ExitCodes.OK;
    }

    private void show(TraceSummary first, TraceSummary second, List<ComparedSpan> spans) {
        OutputFormat format = output.format(shell);
        switch (format) {
            case json -> shell.out().println(ComparisonJson.write(first, second, spans));
            case md -> {
                shell.out().print(ComparisonMarkdown.head(first, second));
                ComparisonListing.of(shell).write(spans, "", format, shell);
                shell.out().print(ComparisonMarkdown.texts(spans));
            }
            case table, wide -> {
                shell.out().println(head("before", first));
                shell.out().println(head("after ", second));
                ComparisonListing.of(shell).write(spans, "", format, shell);
                new DiffTexts(shell).print(spans);
            }
            case tsv, jsonl -> ComparisonListing.of(shell).write(spans, "", format, shell);
        }
        shell.out().flush();
    }

    private String head(String which, TraceSummary trace) {
        Terminal terminal = shell.terminal();
        String text = which + "  " + trace.id() + "  " + TerminalText.clean(trace.name()) + "  "
                + Quantities.duration(trace.durationNanos(), terminal.ascii()) + "  "
                + Shown.tokens(trace.inputTokens(), trace.outputTokens(), terminal) + "  " + Shown.cost(trace.cost())
                + (trace.errors() > 0 ? "  " + terminal.errorSign() + " " + trace.errors() : "");
        return terminal.bold(TerminalText.fit(text, terminal.width(), terminal.ellipsis()));
    }

    private void tell(List<ComparedSpan> spans) {
        Map<ComparedSpan.Change, Long> counts =
                spans.stream().collect(Collectors.groupingBy(ComparedSpan::change, Collectors.counting()));
        List<String> told = new ArrayList<>();
        for (ComparedSpan.Change change : ComparedSpan.Change.values()) {
            told.add(counts.getOrDefault(change, 0L) + " " + change.word());
        }
        shell.hint(String.join(", ", told));
    }
}
