package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import picocli.CommandLine.Mixin;

/** What commands that list something of traces have in common: where it is read, what is let through, how it is shown. */
final class ListOptions {
    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    /** Opens the index and takes what is new. */
    JournalIndex openFresh(Shell shell) {
        return index.openFresh(shell);
    }

    FilterOptions filter() {
        return filter;
    }

    OutputFormat format(Shell shell) {
        return output.format(shell);
    }
}
