package dev.narrative.core.rules;

import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.RuleLine;
import java.util.ArrayList;
import java.util.List;

/** Rules from lines as they stand in a file. */
final class Rules {
    private static final String PREFIX = "narrative.trace.";

    private Rules() {}

    static List<Rule> of(String... lines) {
        List<ConfigProblem> problems = new ArrayList<>();
        List<Rule> rules = parse(problems, lines);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return rules;
    }

    static List<Rule> parse(List<ConfigProblem> problems, String... lines) {
        List<RuleLine> parsed = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            String key = lines[i].substring(PREFIX.length(), equals).trim();
            int dot = key.indexOf('.');
            String rule = dot < 0 ? key : key.substring(0, dot);
            String subKey = dot < 0 ? "" : key.substring(dot + 1);
            parsed.add(new RuleLine(
                    "f", i + 1, rule, subKey, lines[i].substring(equals + 1).trim()));
        }
        return RuleParser.parse(parsed, problems);
    }
}
