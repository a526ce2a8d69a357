package dev.narrative.console.cli;

import dev.narrative.console.analysis.GivenScore;
import dev.narrative.console.analysis.TraceArtifact;
import dev.narrative.console.export.TraceFormat;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.tree.TreePrinter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows a trace as a tree, or in one of the other views.")
final class TraceShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "TRACE", description = "An id, the beginning of one, or @last.")
    private String trace = "";

    @ArgGroup
    private @Nullable View view;

    /** At most one of the views other than the tree. */
    static final class View {
        @Option(names = "--timeline", description = "The spans in the order of their start.")
        boolean timeline;

        @Option(names = "--critical", description = "The spans that decided how long it took.")
        boolean critical;

        @Option(names = "--io", description = "What went into the spans and came out, where it was captured.")
        boolean io;

        @Option(names = "--errors", description = "The spans that failed, with their stack traces.")
        boolean errors;

        @Option(names = "--scores", description = "The scores of the trace and its spans.")
        boolean scores;

        @Option(names = "--artifacts", description = "What the steps made, and where the copies are that were kept.")
        boolean artifacts;

        @Option(names = "--span", paramLabel = "ID", description = "All of one span; the beginning of its id will do.")
        @Nullable
        String span;
    }

    TraceShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (JournalIndex opened = index.openFresh(shell)) {
            TraceQueries traces = opened.traces();
            TraceSummary summary = TraceSelector.select(trace, traces);
            if (view == null) {
                showWhole(summary, traces);
            } else {
                show(view, summary, traces);
            }
        }
        shell.out().flush();
        return ExitCodes.OK;
    }

    private void showWhole(TraceSummary summary, TraceQueries traces) {
        switch (output.format(shell)) {
            case json, jsonl -> shell.out().print(TraceFormat.json.write(summary, traces.spans(summary.id())));
            case md -> shell.out().print(TraceFormat.md.write(summary, traces.spans(summary.id())));
            case table, wide, tsv ->
                shell.out().print(new TreePrinter(shell.terminal().treeStyle()).print(tree(summary, traces)));
        }
    }

    /** The outline, in which the spans that carry scores have them. */
    private static List<JournalSpan> tree(TraceSummary summary, TraceQueries traces) {
        Map<Long, JournalSpan> scored = new HashMap<>();
        traces.scored(summary.id()).forEach(span -> scored.put(span.spanId(), span));
        return traces.outline(summary.id()).stream()
                .map(span -> scored.getOrDefault(span.spanId(), span))
                .toList();
    }

    private void show(View chosen, TraceSummary summary, TraceQueries traces) {
        String span = chosen.span;
        if (chosen.timeline) {
            SpanListings.timeline(summary, shell).write(traces.outline(summary.id()), "", output.format(shell), shell);
        } else if (chosen.critical) {
            SpanListings.critical(summary, traces.outline(summary.id()), output.format(shell), shell);
        } else if (chosen.io) {
            new SpanTexts(shell).contents(traces.spans(summary.id()));
        } else if (chosen.scores) {
            List<JournalSpan> spans = tree(summary, traces);
            ScoreListing.of(shell).write(GivenScore.of(spans), "", output.format(shell), shell);
        } else if (chosen.artifacts) {
            List<TraceArtifact> artifacts = TraceArtifact.of(traces.spans(summary.id()));
            ArtifactCopies copies = ArtifactCopies.beside(index.journal().places(shell));
            ArtifactListing.of(copies).write(artifacts, "", output.format(shell), shell);
            if (artifacts.isEmpty()) {
                shell.hint("no step of the trace tells of an artifact");
            }
        } else if (span != null) {
            new SpanTexts(shell).whole(SpanSelector.select(span, summary, traces), output.format(shell));
        } else {
            new SpanTexts(shell).errors(traces.spans(summary.id()));
        }
    }
}
