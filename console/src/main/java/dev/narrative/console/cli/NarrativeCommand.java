package dev.narrative.console.cli;

import picocli.CommandLine.Command;

@Command(
        name = "narrative",
        description = "Reads the traces of JVM applications that were run with the Narrative agent.",
        mixinStandardHelpOptions = true,
        versionProvider = JarVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = picocli.CommandLine.ScopeType.INHERIT)
final class NarrativeCommand {}
