package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(name = "trace", description = "Lists, shows and exports traces.", synopsisSubcommandLabel = "COMMAND")
final class TraceCommand {}
