package dev.narrative.core.rules;

import dev.narrative.model.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds for a rule that matches nothing what it may have meant, among the classes that were seen. */
public final class NearestName {
    private final Collection<String> seen;
    private final Hierarchy hierarchy;

    /**
     * A search.
     *
     * @param seen internal names of classes
     * @param hierarchy gives the methods of those classes
     */
    public NearestName(Collection<String> seen, Hierarchy hierarchy) {
        this.seen = seen;
        this.hierarchy = hierarchy;
    }

    /** One clause such as {@code did you mean com.shop.OrderService#place?}; {@code null} when nothing is near. */
    public @Nullable String advice(Rule rule) {
        for (MethodPattern pattern : rule.patterns()) {
            String advice = advice(pattern);
            if (advice != null) {
                return advice;
            }
        }
        return null;
    }

    private @Nullable String advice(MethodPattern pattern) {
        List<String> classes = new ArrayList<>();
        for (String name : seen) {
            if (pattern.type().matches(name)) {
                classes.add(name);
            }
        }
        if (!classes.isEmpty()) {
            return forMethod(pattern, classes);
        }
        return pattern.type().exact() ? forClass(pattern) : forPackage(pattern);
    }

    private @Nullable String forMethod(MethodPattern pattern, List<String> classes) {
        Set<String> methods = new LinkedHashSet<>();
        String owner = classes.get(0);
        for (String name : classes.subList(0, Math.min(classes.size(), 200))) {
            ClassFacts facts = hierarchy.find(name);
            if (facts == null) {
                continue;
            }
            if (facts.isInterface() && pattern.type().exact() && !hasTraceable(facts, pattern)) {
                String type = name.replace('/', '.');
                return type + " is an interface; write implements " + type + " **#" + pattern.method();
            }
            for (MethodFacts method : facts.methods()) {
                if (method.isTraceable()) {
                    methods.add(method.name());
                }
            }
        }
        if (methods.contains(pattern.method())) {
            return "check modifiers, annotations, argument types and excludes: the names exist";
        }
        String nearest = EditDistance.nearest(pattern.method(), methods);
        if (nearest == null) {
            return null;
        }
        return didYouMean(pattern.type().exact() ? owner : pattern.type().internalForm(), nearest);
    }

    private static boolean hasTraceable(ClassFacts facts, MethodPattern pattern) {
        for (MethodFacts method : facts.methods()) {
            if (method.isTraceable() && Glob.matches(pattern.method(), method.name())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String forClass(MethodPattern pattern) {
        String wanted = pattern.type().internalForm();
        String simple = ClassNames.simple(wanted);
        for (String name : seen) {
            if (ClassNames.simple(name).equals(simple)) {
                return didYouMean(name, pattern.method());
            }
        }
        String nearest = EditDistance.nearest(wanted, seen);
        return nearest == null ? null : didYouMean(nearest, pattern.method());
    }

    private @Nullable String forPackage(MethodPattern pattern) {
        String prefix = pattern.type().prefix();
        int slash = prefix.lastIndexOf('/');
        if (slash < 0) {
            return null;
        }
        Set<String> packages = new LinkedHashSet<>();
        for (String name : seen) {
            String own = ClassNames.packageOf(name);
            while (!own.isEmpty() && packages.add(own)) {
                own = ClassNames.packageOf(own);
            }
        }
        String wanted = prefix.substring(0, slash);
        if (packages.contains(wanted)) {
            return null;
        }
        String nearest = EditDistance.nearest(wanted, packages);
        String rest = pattern.type().internalForm().substring(slash);
        return nearest == null ? null : didYouMean(nearest + rest, pattern.method());
    }

    private static String didYouMean(String type, String method) {
        return "did you mean " + type.replace('/', '.') + '#' + method + '?';
    }
}
