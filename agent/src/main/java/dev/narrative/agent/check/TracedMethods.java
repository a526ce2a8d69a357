package dev.narrative.agent.check;

import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.Settings;
import dev.narrative.core.rules.AgentSetup;
import dev.narrative.core.rules.AnnotatedMethods;
import dev.narrative.core.rules.ClassFacts;
import dev.narrative.core.rules.ClassNames;
import dev.narrative.core.rules.MatchedMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of a class path that would be traced, by the rule that names them best, and by annotations alone. */
final class TracedMethods {
    private final Map<String, List<String>> byRule = new HashMap<>();
    private final Set<ConfigProblem> problems = new LinkedHashSet<>();

    private TracedMethods() {}

    static TracedMethods find(ClassPathScan scan, AgentSetup setup) {
        TracedMethods found = new TracedMethods();
        boolean annotations = readsAnnotations(setup);
        for (ClassFacts facts : scan.classes().values()) {
            List<MatchedMethod> methods = setup.rules().match(facts, scan);
            byte[] annotated = annotations ? scan.annotated(facts) : null;
            if (annotated != null) {
                methods = AnnotatedMethods.addTo(methods, facts, annotated, found.problems);
            }
            found.add(facts, methods);
        }
        found.byRule.values().forEach(Collections::sort);
        return found;
    }

    /** Whether the agent would look for the API's annotations. */
    static boolean readsAnnotations(AgentSetup setup) {
        return setup.config().get(Settings.INSTRUMENTATION, "narrative-api");
    }

    /** The methods that a rule's id stands for, in the order of their names. */
    List<String> of(String rule) {
        return byRule.getOrDefault(rule, List.of());
    }

    int count() {
        return byRule.values().stream().mapToInt(List::size).sum();
    }

    /** What is wrong with annotations, one line each. */
    List<String> problems() {
        return problems.stream().map(ConfigProblem::describe).toList();
    }

    private void add(ClassFacts facts, List<MatchedMethod> methods) {
        for (MatchedMethod method : methods) {
            byRule.computeIfAbsent(method.rule().id(), id -> new ArrayList<>())
                    .add(ClassNames.readable(facts.internalName(), method.name(), method.descriptor()));
        }
    }
}
