package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(
        name = "trace",
        description = "Lists, shows, compares, exports and records traces.",
        synopsisSubcommandLabel = "COMMAND")
final class TraceCommand {}
