package dev.narrative.core.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names methods: {@code [modifier] [@Annotation] [implements X] package.Class#method(arg types)}. */
public final class MethodPattern {
    private final String text;
    private final int modifiers;
    private final @Nullable ClassPattern annotation;
    private final @Nullable ClassPattern supertype;
    private final ClassPattern type;
    private final String method;
    private final @Nullable ArgumentPattern arguments;

    MethodPattern(
            String text,
            int modifiers,
            @Nullable ClassPattern annotation,
            @Nullable ClassPattern supertype,
            ClassPattern type,
            String method,
            @Nullable ArgumentPattern arguments) {
        this.text = text;
        this.modifiers = modifiers;
        this.annotation = annotation;
        this.supertype = supertype;
        this.type = type;
        this.method = method;
        this.arguments = arguments;
    }

    /**
     * Reads one pattern that says what to trace.
     *
     * @throws IllegalArgumentException when it is malformed, or names what is never traced; the message says why
     */
    public static MethodPattern parse(String text) {
        return new MethodPatternParser(text).toTrace();
    }

    /**
     * Reads one pattern that says what to leave out; without {@code #} it means all methods.
     *
     * @throws IllegalArgumentException when it is malformed; the message says why
     */
    public static MethodPattern parseExclude(String text) {
        return new MethodPatternParser(text).toExclude();
    }

    /** The patterns between commas that stand outside parentheses. */
    static List<String> split(String value) {
        return PatternList.split(value);
    }

    /** The pattern as it was written. */
    public String text() {
        return text;
    }

    ClassPattern type() {
        return type;
    }

    /** The method's name, with wildcards. */
    String method() {
        return method;
    }

    /** How exactly it names: class before method before argument types. */
    int specificity() {
        int exactness = type.exact() ? 4 : 0;
        exactness += Glob.hasWildcard(method) ? 0 : 2;
        return exactness + (arguments == null ? 0 : 1);
    }

    /** Whether methods of the class can match, so far as this can be told without looking at methods. */
    boolean matchesType(ClassFacts facts, Supertypes supertypes) {
        return type.matches(facts.internalName()) && (supertype == null || supertypes.anyNamed(supertype));
    }

    /** Whether the method is traced by this pattern; its class has matched already. */
    boolean traces(ClassFacts facts, MethodFacts candidate, Supertypes supertypes) {
        if (!candidate.isTraceable() || !names(candidate)) {
            return false;
        }
        boolean onMethod = annotation == null || Supertypes.hasAnnotation(candidate.annotations(), annotation);
        if (!onMethod && !isInheritedOrOnType(annotation, facts, candidate, supertypes)) {
            return false;
        }
        boolean named = !Glob.hasWildcard(method) || (annotation != null && onMethod);
        return named || !isLeftOut(facts, candidate);
    }

    /** Whether the method is left out by this pattern; its class has matched already. */
    boolean excludes(ClassFacts facts, MethodFacts candidate, Supertypes supertypes) {
        return names(candidate)
                && (annotation == null
                        || Supertypes.hasAnnotation(candidate.annotations(), annotation)
                        || isInheritedOrOnType(annotation, facts, candidate, supertypes));
    }

    private boolean names(MethodFacts candidate) {
        return Glob.matches(method, candidate.name())
                && Modifiers.matches(modifiers, candidate)
                && (arguments == null || arguments.matches(candidate.descriptor()));
    }

    private static boolean isInheritedOrOnType(
            @Nullable ClassPattern annotation, ClassFacts facts, MethodFacts candidate, Supertypes supertypes) {
        return annotation != null
                && (Supertypes.hasAnnotation(facts.annotations(), annotation)
                        || supertypes.anyAnnotated(annotation)
                        || supertypes.anyAnnotated(annotation, candidate));
    }

    /** Accessors stay where the pattern itself begins as they do, {@code #get*}. */
    private boolean isLeftOut(ClassFacts facts, MethodFacts candidate) {
        boolean asksForAccessors = method.startsWith("get") || method.startsWith("is") || method.startsWith("set");
        return GeneratedCode.isLeftOut(facts, candidate)
                || (!asksForAccessors && GeneratedCode.isBeanAccessor(candidate));
    }

    @Override
    public String toString() {
        return text;
    }
}
