package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(
        name = "token",
        description = "Makes, lists and revokes the tokens of the console's server.",
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {}
