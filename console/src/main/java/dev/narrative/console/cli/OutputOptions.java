package dev.narrative.console.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command writes its rows. */
final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, wide, tsv, json, jsonl or md. Default: table on a terminal, tsv elsewhere.")
    private @Nullable OutputFormat format;

    OutputFormat format(Shell shell) {
        if (format != null) {
            return format;
        }
        return shell.terminal().interactive() ? OutputFormat.table : OutputFormat.tsv;
    }
}
