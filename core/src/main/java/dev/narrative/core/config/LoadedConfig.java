package dev.narrative.core.config;

import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in properties, variables and file.
 *
 * @param file the properties file that is in use, even when it could not be read; {@code null} when there is none
 * @param rules the lines of the rules in the order of the file
 */
public record LoadedConfig(
        AgentConfig config, @Nullable File file, List<RuleLine> rules, List<ConfigProblem> problems) {}
