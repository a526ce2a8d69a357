package dev.narrative.core.config;

import dev.narrative.model.EditDistance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the keys that nobody reads, and what they may have been meant to be. */
final class UnknownKeys {
    private static final String OURS = "narrative.";

    private final List<ConfigProblem> problems;
    private final List<String> known = new ArrayList<>();

    UnknownKeys(List<ConfigProblem> problems) {
        this.problems = problems;
        for (Setting<?> setting : Settings.all()) {
            known.add(setting.key());
        }
        known.add(RuleLine.PREFIX + "<name>");
        for (SettingFamily<?> family : Settings.families()) {
            known.add(family.key("<name>"));
        }
    }

    void checkFileKey(String file, PropertiesFile.Line line) {
        String key = line.key();
        if (isKnown(key)) {
            return;
        }
        if (key.startsWith("otel.")) {
            problems.add(new ConfigProblem(
                    file,
                    line.number(),
                    key + " is read as a system property or variable only",
                    "write " + twin(key) + " here"));
        } else if (key.startsWith(OURS)) {
            problems.add(new ConfigProblem(file, line.number(), key + " is no known key", advice(key)));
        } else {
            String meant = nearest(OURS + key);
            String advice = meant == null ? "every key begins with narrative." : "did you mean " + meant + "?";
            problems.add(new ConfigProblem(file, line.number(), key + " is none of the agent's keys", advice));
        }
    }

    /** Outside the file only what is nearly a key is reported: the prefix is not ours alone there. */
    void checkNearMisses(ConfigSources sources) {
        for (String key : sources.properties().keySet()) {
            if (key.startsWith(OURS) && !isKnown(key)) {
                reportNearMiss("system property", key, nearest(key));
            }
        }
        List<String> variables = new ArrayList<>();
        for (String key : known) {
            variables.add(ConfigSources.variableName(key));
        }
        for (String variable : sources.environment().keySet()) {
            if (variable.startsWith("NARRATIVE_") && !isKnownVariable(variable, variables)) {
                reportNearMiss("environment", variable, EditDistance.nearest(variable, variables));
            }
        }
    }

    private void reportNearMiss(String source, String key, @Nullable String meant) {
        if (meant != null) {
            problems.add(new ConfigProblem(source, 0, key + " is no known key", "did you mean " + meant + "?"));
        }
    }

    private static boolean isKnown(String key) {
        return key.startsWith(RuleLine.PREFIX) || Settings.find(key) != null || Settings.findFamily(key) != null;
    }

    private static boolean isKnownVariable(String variable, List<String> variables) {
        return variables.contains(variable)
                || variable.startsWith(ConfigSources.variableName(RuleLine.PREFIX))
                || variable.startsWith("NARRATIVE_INSTRUMENTATION_");
    }

    private String advice(String key) {
        String meant = nearest(key);
        return meant == null ? "docs/configuration.md lists them all" : "did you mean " + meant + "?";
    }

    private @Nullable String nearest(String key) {
        return EditDistance.nearest(key, known);
    }

    private static String twin(String standardKey) {
        for (Setting<?> setting : Settings.all()) {
            for (Setting.Standard<?> standard : setting.standards()) {
                if (standard.key().equals(standardKey)) {
                    return setting.key();
                }
            }
        }
        return "the narrative.* key for it";
    }
}
