package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.List;

/** The class part of a pattern, in internal form; {@code **} with a package before it also stands for no package. */
final class ClassPattern {
    private static final String ANY_PACKAGE = "**/";

    private final String pattern;
    private final List<String> alternatives = new ArrayList<>();
    private final boolean exact;
    private final String prefix;

    private ClassPattern(String pattern) {
        this.pattern = pattern;
        this.exact = !Glob.hasWildcard(pattern);
        this.prefix = exact ? pattern : pattern.substring(0, pattern.indexOf('*'));
        expand(pattern, 0);
    }

    /** From the form with dots. */
    static ClassPattern of(String dotted) {
        return new ClassPattern(dotted.replace('.', '/'));
    }

    private void expand(String form, int from) {
        alternatives.add(form);
        int at = form.indexOf(ANY_PACKAGE, from);
        while (at >= 0 && alternatives.size() < 8) {
            if (at == 0 || form.charAt(at - 1) == '/') {
                expand(form.substring(0, at) + form.substring(at + ANY_PACKAGE.length()), at);
            }
            at = form.indexOf(ANY_PACKAGE, at + 1);
        }
    }

    boolean matches(String internalName) {
        if (exact) {
            return Glob.same(pattern, internalName);
        }
        for (int i = 0; i < alternatives.size(); i++) {
            if (Glob.matches(alternatives.get(i), internalName)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #matches}, where a name without a package stands for that class in any. */
    boolean matchesSimply(String internalName) {
        if (pattern.indexOf('/') >= 0) {
            return matches(internalName);
        }
        return matches(ClassNames.simple(internalName));
    }

    boolean exact() {
        return exact;
    }

    /** What every match begins with, up to the first wildcard. */
    String prefix() {
        return prefix;
    }

    boolean isOnlyWildcards() {
        return Glob.isOnlyWildcards(pattern);
    }

    String internalForm() {
        return pattern;
    }
}
