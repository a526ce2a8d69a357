package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.List;

/** The argument types of a pattern: names simple or qualified, {@code *} for any one, {@code ..} for any rest. */
final class ArgumentPattern {
    private static final String ANY = "*";

    private final List<String> types;
    private final boolean open;

    private ArgumentPattern(List<String> types, boolean open) {
        this.types = types;
        this.open = open;
    }

    /**
     * Reads what stands between the parentheses.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    static ArgumentPattern parse(String text) {
        List<String> types = new ArrayList<>();
        boolean open = false;
        int start = 0;
        while (start <= text.length() && !text.isBlank()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String type = text.substring(start, end).trim();
            if (open) {
                throw new IllegalArgumentException("has arguments behind ..; .. stands for all the rest");
            }
            open = type.equals("..");
            if (!open) {
                types.add(internal(type));
            }
            start = end + 1;
        }
        return new ArgumentPattern(types, open);
    }

    private static String internal(String type) {
        if (type.isEmpty()) {
            throw new IllegalArgumentException("has an empty argument type");
        }
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (!Character.isJavaIdentifierPart(c) && c != '.' && c != '*' && c != '[' && c != ']') {
                throw new IllegalArgumentException("has '" + c + "' in the argument type '" + type
                        + "'; write types only, without names and type parameters");
            }
        }
        String plain = type.endsWith("...") ? type.substring(0, type.length() - 3) + "[]" : type;
        return plain.replace('.', '/');
    }

    boolean matches(String descriptor) {
        List<String> actual = ClassNames.argumentTypes(descriptor);
        if (actual.size() < types.size() || (!open && actual.size() > types.size())) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!matches(types.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String pattern, String type) {
        if (pattern.equals(ANY) || Glob.matches(pattern, type)) {
            return true;
        }
        int start = type.length() - pattern.length();
        if (Glob.hasWildcard(pattern)) {
            return pattern.indexOf('/') < 0 && Glob.matches(pattern, ClassNames.simple(type));
        }
        boolean boundary = start > 0 && (type.charAt(start - 1) == '/' || type.charAt(start - 1) == '$');
        return boundary && Glob.same(pattern, type.substring(start));
    }
}
