package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A trace of the index that a command is about, or none. */
final class AnyTrace {
    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Parameters(arity = "0..1", paramLabel = "TRACE", description = "An id, the beginning of one, or @last.")
    private @Nullable String trace;

    /** What was named; {@code null} where nothing was. */
    @Nullable
    String named() {
        return trace;
    }

    IndexOptions index() {
        return index;
    }

    /** Opens the index and takes what is new. */
    JournalIndex openFresh(Shell shell) {
        return index.openFresh(shell);
    }
}
