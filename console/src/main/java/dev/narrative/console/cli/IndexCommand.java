package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(
        name = "index",
        description = "Takes care of the index, which every command brings up to date by itself.",
        synopsisSubcommandLabel = "COMMAND")
final class IndexCommand {}
