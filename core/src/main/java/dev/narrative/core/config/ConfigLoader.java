package dev.narrative.core.config;

import dev.narrative.model.masking.Masking;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole configuration and reports all that is wrong with it at once. A value that is wrong counts as not
 * said: the next source is asked, and at last the default holds.
 */
public final class ConfigLoader {
    private static final int MAX_SHOWN = 100;

    private final ConfigSources sources;
    private final PropertiesFile file;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Map<String, PropertiesFile.Line> fileLines = new LinkedHashMap<>();
    private final Map<Setting<?>, Object> values = new HashMap<>();
    private final Map<String, Object> familyValues = new HashMap<>();

    private ConfigLoader(ConfigSources sources, PropertiesFile file) {
        this.sources = sources;
        this.file = file;
    }

    /**
     * Reads properties, variables and file.
     *
     * @param agentArgument what stands behind {@code -javaagent:jar=}, a path; {@code null} or blank when nothing does
     */
    public static LoadedConfig load(@Nullable String agentArgument, ConfigSources sources) {
        File file = sources.file(agentArgument);
        PropertiesFile lines = file == null ? PropertiesFile.none() : PropertiesFile.read(file);
        return load(file, sources, lines);
    }

    static LoadedConfig load(@Nullable File path, ConfigSources sources, PropertiesFile file) {
        return new ConfigLoader(sources, file).load(path);
    }

    private LoadedConfig load(@Nullable File path) {
        problems.addAll(file.problems());
        collectLines();
        for (Setting<?> setting : Settings.all()) {
            read(setting);
        }
        readFamilies();
        UnknownKeys unknown = new UnknownKeys(problems);
        for (PropertiesFile.Line line : fileLines.values()) {
            unknown.checkFileKey(file.name(), line);
        }
        unknown.checkNearMisses(sources);
        List<RuleLine> rules = new RuleLines(sources).collect(file.name(), fileLines.values());
        AgentConfig config = new AgentConfig(values, familyValues);
        return new LoadedConfig(config, path, rules, List.copyOf(problems));
    }

    private void collectLines() {
        for (PropertiesFile.Line line : file.lines()) {
            PropertiesFile.Line earlier = fileLines.put(line.key(), line);
            if (earlier != null) {
                problems.add(new ConfigProblem(
                        file.name(),
                        line.number(),
                        line.key() + " stands in line " + earlier.number() + " already",
                        "the later one holds; delete one of them"));
            }
        }
    }

    private <T> void read(Setting<T> setting) {
        if (takeOwn(setting, setting.type(), setting.key())) {
            return;
        }
        for (Setting.Standard<T> under : setting.standards()) {
            if (takeOwn(setting, under.type(), under.key())) {
                return;
            }
        }
    }

    /** Takes the value under one key; OpenTelemetry's keys do not stand in the file. */
    private <T> boolean takeOwn(Setting<T> setting, Setting.Type<T> type, String key) {
        if (take(setting, type, "system property", 0, key, sources.property(key))
                || take(setting, type, "environment", 0, ConfigSources.variableName(key), sources.variable(key))) {
            return true;
        }
        PropertiesFile.Line line = UnknownKeys.isOurs(key) ? fileLines.get(key) : null;
        return line != null && take(setting, type, file.name(), line.number(), key, line.value());
    }

    private <T> boolean take(
            Setting<T> setting, Setting.Type<T> type, String source, int line, String name, @Nullable String text) {
        Object value = parse(type, source, line, name, text);
        if (value == null) {
            return false;
        }
        values.put(setting, value);
        return true;
    }

    private void readFamilies() {
        for (SettingFamily<?> family : Settings.families()) {
            for (PropertiesFile.Line line : fileLines.values()) {
                if (family.owns(line.key())) {
                    takeMember(family, file.name(), line.number(), line.key(), line.key(), line.value());
                    takeMember(
                            family,
                            "environment",
                            0,
                            line.key(),
                            ConfigSources.variableName(line.key()),
                            sources.variable(line.key()));
                }
            }
            readVariables(family);
            for (String key : sources.properties().keySet()) {
                if (family.owns(key)) {
                    takeMember(family, "system property", 0, key, key, sources.property(key));
                }
            }
        }
    }

    /** The names of instrumentations are written with dashes, which a variable can't hold. */
    private void readVariables(SettingFamily<?> family) {
        String prefix = ConfigSources.variableName(family.prefix());
        String suffix = ConfigSources.variableName(family.suffix());
        for (String variable : sources.environment().keySet()) {
            if (variable.startsWith(prefix)
                    && variable.endsWith(suffix)
                    && variable.length() > prefix.length() + suffix.length()) {
                String name = variable.substring(prefix.length(), variable.length() - suffix.length());
                String key = family.key(name.toLowerCase(Locale.ROOT).replace('_', '-'));
                takeMember(family, "environment", 0, key, variable, sources.variable(key));
            }
        }
    }

    private void takeMember(
            SettingFamily<?> family, String source, int line, String key, String name, @Nullable String text) {
        Object value = parse(family.type(), source, line, name, text);
        if (value != null) {
            familyValues.put(key, value);
        }
    }

    private <T> @Nullable T parse(Setting.Type<T> type, String source, int line, String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            T value = type.parse(text);
            for (String leftOut : type.leftOut(value)) {
                problems.add(new ConfigProblem(source, line, name + ": " + leftOut, "it is left out"));
            }
            return value;
        } catch (IllegalArgumentException e) {
            String what = shortened(Masking.mask(name + " = " + text)) + " is ignored: it " + e.getMessage();
            ConfigProblem problem = new ConfigProblem(source, line, what, "");
            if (!problems.contains(problem)) { // a key that stands under several settings is told of once
                problems.add(problem);
            }
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + '…';
    }
}
