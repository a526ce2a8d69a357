package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.List;

/** Rejects nearly every class by its name alone, without allocating. */
final class NameFilter {
    private final String[] prefixes;
    private final String[] exact;
    private final boolean any;

    private NameFilter(List<String> prefixes, List<String> exact, boolean any) {
        this.prefixes = prefixes.toArray(new String[0]);
        this.exact = new String[Integer.highestOneBit(exact.size() * 4 + 1)];
        this.any = any;
        for (String name : exact) {
            add(name);
        }
    }

    static NameFilter of(List<Rule> rules) {
        List<String> prefixes = new ArrayList<>();
        List<String> exact = new ArrayList<>();
        boolean any = false;
        for (Rule rule : rules) {
            if (!rule.enabled()) {
                continue;
            }
            for (MethodPattern pattern : rule.patterns()) {
                ClassPattern type = pattern.type();
                if (type.exact()) {
                    exact.add(type.internalForm());
                } else if (type.prefix().isEmpty()) {
                    any = true;
                } else {
                    prefixes.add(type.prefix());
                }
            }
        }
        return new NameFilter(prefixes, exact, any);
    }

    boolean mayMatch(String internalName) {
        return (any || isExact(internalName) || isBelow(internalName)) && !NeverTraced.isNever(internalName);
    }

    private boolean isBelow(String name) {
        for (String prefix : prefixes) {
            if (Glob.startsWith(prefix, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isExact(String name) {
        if (exact.length == 1) {
            return false;
        }
        int slot = hash(name) & exact.length - 1;
        while (exact[slot] != null) {
            if (Glob.same(exact[slot], name)) {
                return true;
            }
            slot = slot + 1 & exact.length - 1;
        }
        return false;
    }

    private void add(String name) {
        int slot = hash(name) & exact.length - 1;
        while (exact[slot] != null) {
            slot = slot + 1 & exact.length - 1;
        }
        exact[slot] = name;
    }

    /** The same for a nested class whether it is written with a dollar or a dot. */
    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            hash = 31 * hash + (c == '$' ? '/' : c);
        }
        return hash ^ hash >>> 15;
    }
}
