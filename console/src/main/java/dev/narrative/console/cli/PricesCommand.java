package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(
        name = "prices",
        description = "The prices of models that costs are counted by, and what has none.",
        synopsisSubcommandLabel = "COMMAND")
final class PricesCommand {}
