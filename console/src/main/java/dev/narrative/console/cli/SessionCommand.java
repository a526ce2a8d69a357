package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(name = "session", description = "Lists and shows sessions.", synopsisSubcommandLabel = "COMMAND")
final class SessionCommand {}
