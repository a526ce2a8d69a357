package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one method pattern, and says of a malformed one what to write instead. */
final class MethodPatternParser {
    private final String text;
    private int modifiers;
    private @Nullable ClassPattern annotation;
    private @Nullable ClassPattern supertype;
    private @Nullable ArgumentPattern arguments;
    private String target = "";

    MethodPatternParser(String text) {
        this.text = text.trim();
    }

    MethodPattern toTrace() {
        read();
        if (target.isEmpty() && annotation != null) {
            target = "**#*";
        }
        if (target.indexOf('#') < 0) {
            throw new IllegalArgumentException(
                    "has no # between class and method; " + PatternAdvice.withoutHash(target));
        }
        MethodPattern pattern = pattern();
        boolean everything = pattern.type().isOnlyWildcards()
                && Glob.isOnlyWildcards(pattern.method())
                && annotation == null
                && supertype == null;
        if (everything) {
            throw new IllegalArgumentException("matches everything; name a package, such as com.shop.**#*");
        }
        String never = NeverTraced.reason(pattern.type().prefix());
        if (never != null) {
            throw new IllegalArgumentException("names " + never + ", which is never traced");
        }
        return pattern;
    }

    MethodPattern toExclude() {
        read();
        if (target.isEmpty() && annotation != null) {
            target = "**";
        }
        boolean wholeType = target.indexOf('#') < 0;
        if (wholeType) {
            target += "#*";
        }
        MethodPattern pattern = pattern();
        if (pattern.type().isOnlyWildcards() && Glob.isOnlyWildcards(pattern.method()) && annotation == null) {
            throw new IllegalArgumentException("leaves out everything; switch the rule off with enabled = false");
        }
        return pattern;
    }

    private MethodPattern pattern() {
        int hash = target.indexOf('#');
        String type = target.substring(0, hash);
        String method = target.substring(hash + 1);
        PatternAdvice.checkType(type);
        PatternAdvice.checkMethod(method);
        return new MethodPattern(text, modifiers, annotation, supertype, ClassPattern.of(type), method, arguments);
    }

    private void read() {
        String head = text;
        int open = text.indexOf('(');
        int close = text.indexOf(')');
        if (open < 0 && close >= 0) {
            throw new IllegalArgumentException("has a ) without its (");
        }
        if (open >= 0) {
            if (close < open) {
                throw new IllegalArgumentException("has a ( without its )");
            }
            if (close != text.length() - 1) {
                throw new IllegalArgumentException("goes on behind its ); separate patterns with commas");
            }
            arguments = ArgumentPattern.parse(text.substring(open + 1, close));
            head = text.substring(0, open).trim();
        }
        readHead(words(head));
    }

    private void readHead(List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("is empty; write package.Class#method");
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("@")) {
                readAnnotation(word);
            } else if (word.equals("implements")) {
                i++;
                if (i == words.size() || supertype != null) {
                    throw new IllegalArgumentException("must name one type behind implements");
                }
                readSupertype(words.get(i), i == words.size() - 1);
            } else if (Modifiers.flag(word) != 0) {
                modifiers |= Modifiers.flag(word);
            } else if (i < words.size() - 1) {
                throw new IllegalArgumentException(PatternAdvice.unknownWord(word));
            } else {
                target = word;
            }
        }
        if (target.isEmpty() && annotation == null) {
            throw new IllegalArgumentException("names no class; write package.Class#method");
        }
    }

    private void readAnnotation(String word) {
        if (annotation != null) {
            throw new IllegalArgumentException("names two annotations; write two patterns");
        }
        String name = word.substring(1);
        PatternAdvice.checkType(name);
        annotation = ClassPattern.of(name);
    }

    /** Written last, {@code implements X#method} means that method in whatever class implements X. */
    private void readSupertype(String word, boolean last) {
        int hash = word.indexOf('#');
        String name = hash < 0 ? word : word.substring(0, hash);
        PatternAdvice.checkType(name);
        supertype = ClassPattern.of(name);
        if (supertype.isOnlyWildcards()) {
            throw new IllegalArgumentException("must name a type behind implements");
        }
        if (last) {
            target = "**" + (hash < 0 ? "" : word.substring(hash));
        } else if (hash >= 0) {
            throw new IllegalArgumentException("has a # in the type behind implements");
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (blank && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return words;
    }
}
