package dev.narrative.core.method;

import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.RuleLine;
import dev.narrative.core.rules.Rule;
import dev.narrative.core.rules.RuleParser;
import java.util.ArrayList;
import java.util.List;

/** Rules for a method {@code com.shop.OrderService#place}, and its woven site. */
final class Sites {
    private Sites() {}

    /** The rule {@code order}; each line is a sub-key and its value, {@code name = Place {0}}. */
    static Rule rule(String... subKeys) {
        List<RuleLine> lines = new ArrayList<>();
        lines.add(new RuleLine("f", 1, "order", "", "com.shop.OrderService#place"));
        for (String subKey : subKeys) {
            int equals = subKey.indexOf('=');
            String key = subKey.substring(0, equals).trim();
            lines.add(new RuleLine(
                    "f",
                    lines.size() + 1,
                    "order",
                    key,
                    subKey.substring(equals + 1).trim()));
        }
        List<ConfigProblem> problems = new ArrayList<>();
        List<Rule> rules = RuleParser.parse(lines, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return rules.get(0);
    }

    static MethodSite site(ReturnKind returns, String... subKeys) {
        return new MethodSite(rule(subKeys), "com.shop.OrderService", "place", returns);
    }
}
