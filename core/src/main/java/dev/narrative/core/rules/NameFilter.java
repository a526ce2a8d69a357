package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rejects nearly every class by its name alone, without allocating. */
final class NameFilter {
    private final List<String> prefixes = new ArrayList<>();
    private final Set<String> exact = new HashSet<>();
    private boolean any;

    NameFilter(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.enabled()) {
                for (MethodPattern pattern : rule.patterns()) {
                    add(pattern.type());
                }
            }
        }
    }

    boolean mayMatch(String internalName) {
        return (any || exact.contains(internalName) || isBelow(internalName)) && !NeverTraced.isNever(internalName);
    }

    private void add(ClassPattern type) {
        if (type.exact()) {
            addNested(type.internalForm());
        } else if (type.prefix().isEmpty()) {
            any = true;
        } else {
            prefixes.add(type.prefix());
        }
    }

    /** Any of the last dots that were written may stand before a nested class. */
    private void addNested(String name) {
        exact.add(name);
        StringBuilder nested = new StringBuilder(name);
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            nested.setCharAt(slash, '$');
            exact.add(nested.toString());
        }
    }

    private boolean isBelow(String name) {
        for (int i = 0; i < prefixes.size(); i++) {
            if (Glob.startsWith(prefixes.get(i), name)) {
                return true;
            }
        }
        return false;
    }
}
