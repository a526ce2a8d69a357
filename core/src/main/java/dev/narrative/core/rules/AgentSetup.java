package dev.narrative.core.rules;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.ConfigLoader;
import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.ConfigSources;
import dev.narrative.core.config.LoadedConfig;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration: settings, rules, and all that is wrong with either.
 *
 * @param file the properties file that is in use, even when it could not be read; {@code null} when there is none
 */
public record AgentSetup(
        AgentConfig config, RuleSet rules, @Nullable File file, List<ConfigProblem> problems) {
    /**
     * Reads properties, variables and file; never throws.
     *
     * @param agentArgument what stands behind {@code -javaagent:jar=}, a path; {@code null} when nothing does
     */
    public static AgentSetup load(@Nullable String agentArgument, ConfigSources sources) {
        LoadedConfig loaded = ConfigLoader.load(agentArgument, sources);
        List<ConfigProblem> problems = new ArrayList<>(loaded.problems());
        List<Rule> rules = RuleParser.parse(loaded.rules(), problems);
        problems.sort(ConfigProblem.BY_LINE);
        return new AgentSetup(loaded.config(), new RuleSet(rules), loaded.file(), List.copyOf(problems));
    }

    /** All problems, one line each, in the order of the file. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>(problems.size());
        for (ConfigProblem problem : problems) {
            lines.add(problem.describe());
        }
        return lines;
    }
}
