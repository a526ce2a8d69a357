package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a class extends and implements, found when first asked for; cycles and missing classes end a branch. */
final class Supertypes {
    private static final int MAX_TYPES = 500;

    private final ClassFacts start;
    private final Hierarchy hierarchy;
    private @Nullable Map<String, @Nullable ClassFacts> found;

    Supertypes(ClassFacts start, Hierarchy hierarchy) {
        this.start = start;
        this.hierarchy = hierarchy;
    }

    /** Whether the class or one of its supertypes has the name. */
    boolean anyNamed(ClassPattern pattern) {
        if (pattern.matchesSimply(start.internalName())) {
            return true;
        }
        for (String name : all().keySet()) {
            if (pattern.matchesSimply(name)) {
                return true;
            }
        }
        return false;
    }

    boolean anyAnnotated(ClassPattern annotation) {
        for (ClassFacts facts : all().values()) {
            if (facts != null && hasAnnotation(facts.annotations(), annotation)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a method that this one overrides is annotated. */
    boolean anyAnnotated(ClassPattern annotation, MethodFacts method) {
        for (ClassFacts facts : all().values()) {
            if (facts == null) {
                continue;
            }
            for (MethodFacts candidate : facts.methods()) {
                if (candidate.name().equals(method.name())
                        && candidate.descriptor().equals(method.descriptor())
                        && hasAnnotation(candidate.annotations(), annotation)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean hasAnnotation(List<String> annotations, ClassPattern pattern) {
        for (int i = 0; i < annotations.size(); i++) {
            if (pattern.matchesSimply(annotations.get(i))) {
                return true;
            }
        }
        return false;
    }

    private Map<String, @Nullable ClassFacts> all() {
        Map<String, @Nullable ClassFacts> known = found;
        if (known == null) {
            known = walk();
            found = known;
        }
        return known;
    }

    private Map<String, @Nullable ClassFacts> walk() {
        Map<String, @Nullable ClassFacts> types = new LinkedHashMap<>();
        List<String> pending = new ArrayList<>();
        addParents(start, pending);
        for (int i = 0; i < pending.size() && types.size() < MAX_TYPES; i++) {
            String name = pending.get(i);
            if (types.containsKey(name) || name.equals("java/lang/Object")) {
                continue;
            }
            ClassFacts facts = hierarchy.find(name);
            types.put(name, facts);
            if (facts != null) {
                addParents(facts, pending);
            }
        }
        return types;
    }

    private static void addParents(ClassFacts facts, List<String> pending) {
        if (facts.superName() != null) {
            pending.add(facts.superName());
        }
        pending.addAll(facts.interfaces());
    }
}
