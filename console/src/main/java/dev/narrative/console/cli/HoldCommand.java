package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(
        name = "hold",
        description = "Holds traces, so that neither the agents' retention nor prune takes them.",
        synopsisSubcommandLabel = "COMMAND")
final class HoldCommand {}
