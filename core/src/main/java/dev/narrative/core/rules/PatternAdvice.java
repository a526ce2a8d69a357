package dev.narrative.core.rules;

import org.jspecify.annotations.Nullable;

/** What is wrong with a name in a pattern, and what was meant. */
final class PatternAdvice {
    private PatternAdvice() {}

    static void checkType(String type) {
        if (type.isEmpty()) {
            throw new IllegalArgumentException("names no class; write package.Class#method");
        }
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c == '/') {
                throw new IllegalArgumentException("has a slash; packages are separated by dots");
            }
            if (c == ':') {
                throw new IllegalArgumentException("has a colon; write # between class and method");
            }
            if (!Character.isJavaIdentifierPart(c) && c != '.' && c != '*' && c != '-') {
                throw new IllegalArgumentException("has '" + c + "' in the name of a class");
            }
        }
        if (type.startsWith(".") || type.endsWith(".") || type.contains("..")) {
            throw new IllegalArgumentException("has a dot too many; ** stands for packages below");
        }
        if (type.contains("***")) {
            throw new IllegalArgumentException("has three stars; ** crosses packages, * stays within a name");
        }
    }

    static void checkMethod(String method) {
        if (method.isEmpty()) {
            throw new IllegalArgumentException("names no method; #* means all of them");
        }
        if (method.equals("<init>") || method.equals("new") || method.equals("<clinit>")) {
            throw new IllegalArgumentException("names a constructor or initialiser, which is never traced");
        }
        for (int i = 0; i < method.length(); i++) {
            char c = method.charAt(i);
            if (c == '#') {
                throw new IllegalArgumentException("has two #; separate patterns with commas");
            }
            if (!Character.isJavaIdentifierPart(c) && c != '*' && c != '-') {
                throw new IllegalArgumentException("has '" + c + "' in the name of a method");
            }
        }
        if (method.contains("**")) {
            throw new IllegalArgumentException("has ** in the name of a method; write *");
        }
    }

    static String withoutHash(String target) {
        int dot = target.lastIndexOf('.');
        int colons = target.indexOf("::");
        if (colons > 0) {
            return "did you mean " + target.substring(0, colons) + '#' + target.substring(colons + 2) + '?';
        }
        if (dot > 0 && dot + 1 < target.length() && Character.isLowerCase(target.charAt(dot + 1))) {
            return "did you mean " + target.substring(0, dot) + '#' + target.substring(dot + 1) + '?';
        }
        return "for all methods write " + target + "#*";
    }

    static String unknownWord(String word) {
        String meant = Modifiers.nearest(word);
        return "has the word '" + word + "', which is no modifier; " + advice(meant);
    }

    private static String advice(@Nullable String meant) {
        return meant == null
                ? "write [modifier] [@Annotation] [implements X] package.Class#method(arg types)"
                : "did you mean " + meant + '?';
    }
}
