package dev.narrative.core.rules;

/**
 * Names with {@code *} for any characters within a name and {@code **} for any across packages. Names are internal
 * ones; a slash in the pattern also stands for the dollar of a nested class.
 */
final class Glob {
    private Glob() {}

    static boolean hasWildcard(String pattern) {
        return pattern.indexOf('*') >= 0;
    }

    static boolean isOnlyWildcards(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '*' && c != '/') {
                return false;
            }
        }
        return true;
    }

    static boolean sameChar(char pattern, char name) {
        return pattern == name || (pattern == '/' && name == '$');
    }

    static boolean same(String pattern, String name) {
        return pattern.length() == name.length() && startsWith(pattern, name);
    }

    /** Whether the name begins as {@code prefix} says. */
    static boolean startsWith(String prefix, String name) {
        if (prefix.length() > name.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (!sameChar(prefix.charAt(i), name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Greedy, going back to the last star and, when that one would leave its package, to the last pair of stars. */
    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int starAt = 0;
        int pair = -1;
        int pairAt = 0;
        while (n < name.length()) {
            char expected = p < pattern.length() ? pattern.charAt(p) : 0;
            if (expected == '*' && p + 1 < pattern.length() && pattern.charAt(p + 1) == '*') {
                p += 2;
                pair = p;
                pairAt = n;
                star = -1;
            } else if (expected == '*') {
                star = ++p;
                starAt = n;
            } else if (expected != 0 && sameChar(expected, name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0 && name.charAt(starAt) != '/') {
                n = ++starAt;
                p = star;
            } else if (pair >= 0) {
                n = ++pairAt;
                p = pair;
                star = -1;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
