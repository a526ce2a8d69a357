package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(
        name = "trace",
        description = "Lists, shows and exports traces.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TraceListCommand.class, TraceShowCommand.class, TraceExportCommand.class, TraceTailCommand.class
        })
final class TraceCommand {}
