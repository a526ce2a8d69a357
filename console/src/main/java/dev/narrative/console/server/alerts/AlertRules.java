package dev.narrative.console.server.alerts;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of a file, {@code <name>.when}, {@code .over}, {@code .where}, {@code .webhook} and {@code .secret}.
 *
 * @param problems what is wrong with the others, in words
 */
record AlertRules(List<AlertRule> rules, List<String> problems) {
    private static final Set<String> KEYS = Set.of("when", "over", "where", "webhook", "secret");

    AlertRules {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    static AlertRules read(Path file) {
        Properties properties = new Properties();
        List<String> problems = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException none) {
            // no rules
        } catch (IOException | IllegalArgumentException e) {
            problems.add(file + " can't be read (" + e + ")");
        }
        Set<String> names = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            if (dot < 1 || !KEYS.contains(key.substring(dot + 1))) {
                problems.add("'" + key + "' is no key; it ends in .when, .over, .where, .webhook or .secret");
            } else {
                names.add(key.substring(0, dot));
            }
        }
        List<AlertRule> rules = new ArrayList<>();
        for (String name : names) {
            try {
                rules.add(rule(name, properties));
            } catch (IllegalArgumentException e) {
                problems.add("rule " + name + " is left out: " + e.getMessage());
            }
        }
        return new AlertRules(rules, problems);
    }

    private static AlertRule rule(String name, Properties properties) {
        String when = properties.getProperty(name + ".when");
        if (when == null) {
            throw new IllegalArgumentException("it lacks " + name + ".when");
        }
        return AlertRule.of(
                name,
                when,
                properties.getProperty(name + ".over"),
                properties.getProperty(name + ".where"),
                properties.getProperty(name + ".webhook"),
                properties.getProperty(name + ".secret"));
    }
}
