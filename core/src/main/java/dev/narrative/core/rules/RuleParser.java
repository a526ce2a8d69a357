package dev.narrative.core.rules;

import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.RuleKey;
import dev.narrative.core.config.RuleLine;
import dev.narrative.model.EditDistance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes rules of their lines. A wrong sub-key disables only itself, a wrong pattern its rule. */
public final class RuleParser {
    private final List<ConfigProblem> problems;
    private final Map<String, List<RuleLine>> linesByRule = new LinkedHashMap<>();
    private final Map<String, RuleLine> byPattern = new LinkedHashMap<>();

    private RuleParser(List<ConfigProblem> problems) {
        this.problems = problems;
    }

    /** The rules that hold; what is wrong is added to {@code problems}. */
    public static List<Rule> parse(List<RuleLine> lines, List<ConfigProblem> problems) {
        return new RuleParser(problems).parse(lines);
    }

    private List<Rule> parse(List<RuleLine> lines) {
        for (RuleLine line : lines) {
            List<RuleLine> own = linesByRule.get(line.rule());
            if (own == null) {
                own = new ArrayList<>();
                linesByRule.put(line.rule(), own);
            }
            own.add(line);
        }
        List<Rule> rules = new ArrayList<>();
        for (List<RuleLine> own : linesByRule.values()) {
            parseRule(own, rules);
        }
        return rules;
    }

    private void parseRule(List<RuleLine> lines, List<Rule> rules) {
        RuleDraft draft = null;
        for (RuleLine line : lines) {
            if (line.subKey().isEmpty()) {
                draft = new RuleDraft(line, problems);
            }
        }
        RuleLine first = lines.get(0);
        if (draft == null) {
            problems.add(first.problem("belongs to a rule that has no pattern", missing(first)));
            return;
        }
        boolean valid = draft.readPatterns();
        for (RuleLine line : lines) {
            if (!line.subKey().isEmpty()) {
                readSubKey(draft, line);
            }
        }
        if (valid) {
            reportTwin(draft.line());
            rules.add(draft.rule());
        }
    }

    private void readSubKey(RuleDraft draft, RuleLine line) {
        RuleKey key = RuleKey.find(line.subKey());
        if (key == null) {
            List<String> known = new ArrayList<>();
            for (RuleKey candidate : RuleKey.values()) {
                known.add(candidate.key());
            }
            String meant = EditDistance.nearest(line.subKey(), known);
            String advice = meant == null ? "known are " + String.join(", ", known) : "did you mean " + meant + '?';
            problems.add(line.problem("is no known key of a rule", advice));
            return;
        }
        try {
            draft.read(key, line);
        } catch (IllegalArgumentException e) {
            problems.add(line.problem("= " + line.value() + " is ignored: it " + e.getMessage(), ""));
        }
    }

    private void reportTwin(RuleLine line) {
        RuleLine earlier = byPattern.get(line.value());
        if (earlier != null) {
            problems.add(line.problem("has the same pattern as " + earlier.key(), "the earlier rule wins; delete one"));
        } else {
            byPattern.put(line.value(), line);
        }
    }

    private String missing(RuleLine line) {
        List<String> others = new ArrayList<>(linesByRule.keySet());
        others.remove(line.rule());
        String meant = EditDistance.nearest(line.rule(), others);
        return meant == null
                ? "add narrative.trace." + line.rule() + " = package.Class#method"
                : "did you mean narrative.trace." + meant + '.' + line.subKey() + '?';
    }
}
