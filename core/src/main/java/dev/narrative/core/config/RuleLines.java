package dev.narrative.core.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers the lines of the rules; a system property stands over a variable, a variable over the file. */
final class RuleLines {
    private final ConfigSources sources;
    private final Map<String, RuleLine> byKey = new LinkedHashMap<>();

    RuleLines(ConfigSources sources) {
        this.sources = sources;
    }

    List<RuleLine> collect(String fileName, Collection<PropertiesFile.Line> lines) {
        for (PropertiesFile.Line line : lines) {
            put(fileName, line.number(), line.key(), line.value());
        }
        addVariables();
        for (Map.Entry<String, String> property : sources.properties().entrySet()) {
            put("system property", 0, property.getKey(), property.getValue());
        }
        return new ArrayList<>(byKey.values());
    }

    private void put(String source, int line, String key, String value) {
        if (!key.startsWith(RuleLine.PREFIX)) {
            return;
        }
        String rest = key.substring(RuleLine.PREFIX.length());
        int dot = rest.indexOf('.');
        String rule = dot < 0 ? rest : rest.substring(0, dot);
        String subKey = dot < 0 ? "" : rest.substring(dot + 1);
        byKey.put(key, new RuleLine(source, line, rule, subKey, value.trim()));
    }

    /** A variable first stands for the key in the file that has its name, else its last word tells the sub-key. */
    private void addVariables() {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String key : byKey.keySet()) {
            keys.put(ConfigSources.variableName(key), key);
        }
        String prefix = ConfigSources.variableName(RuleLine.PREFIX);
        for (Map.Entry<String, String> variable : sources.environment().entrySet()) {
            String name = variable.getKey();
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                String known = keys.get(name);
                String key = known != null ? known : guess(name.substring(prefix.length()));
                put("environment " + name, 0, key, variable.getValue());
            }
        }
    }

    private String guess(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        int last = text.lastIndexOf('_');
        if (last > 0 && RuleKey.find(text.substring(last + 1)) != null) {
            return RuleLine.PREFIX + text.substring(0, last).replace('_', '-') + '.' + text.substring(last + 1);
        }
        return RuleLine.PREFIX + text.replace('_', '-');
    }
}
