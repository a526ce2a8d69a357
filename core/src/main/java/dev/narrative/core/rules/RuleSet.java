package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** All rules that hold, in the order of the file; immutable but for its counts. */
public final class RuleSet {
    /** Traces nothing. */
    public static final RuleSet NONE = new RuleSet(List.of());

    private final List<Rule> rules;
    private final NameFilter filter;
    private final AtomicInteger[] matched;

    /** Whether a rule has named a method, though another one may have named it better. */
    private final AtomicIntegerArray named;

    public RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.filter = new NameFilter(this.rules);
        this.matched = new AtomicInteger[rules.size()];
        this.named = new AtomicIntegerArray(rules.size());
        for (int i = 0; i < matched.length; i++) {
            matched[i] = new AtomicInteger();
        }
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Whether a class of that name may have a method that is traced; some tens of nanoseconds. */
    public boolean mayMatch(String internalClassName) {
        return filter.mayMatch(internalClassName);
    }

    /** The class's methods that are traced, each with the rule that names it most exactly, then the earliest. */
    public List<MatchedMethod> match(ClassFacts facts, Hierarchy hierarchy) {
        if (!mayMatch(facts.internalName())) {
            return List.of();
        }
        Supertypes supertypes = new Supertypes(facts, hierarchy);
        List<Candidate> candidates = candidates(facts, supertypes);
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<MatchedMethod> methods = new ArrayList<>();
        for (MethodFacts method : facts.methods()) {
            Candidate best = best(candidates, facts, method, supertypes);
            if (best != null) {
                matched[best.index()].incrementAndGet();
                methods.add(new MatchedMethod(rules.get(best.index()), method.name(), method.descriptor()));
            }
        }
        return methods;
    }

    /** How many methods the rule has matched since the set was made; a class that is matched twice counts twice. */
    public int matched(Rule rule) {
        int index = indexOf(rule);
        return index < 0 ? 0 : matched[index].get();
    }

    /** The enabled rules that have named nothing yet; one whose methods other rules name better is not among them. */
    public List<Rule> unmatched() {
        List<Rule> unmatched = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).enabled() && named.get(i) == 0) {
                unmatched.add(rules.get(i));
            }
        }
        return unmatched;
    }

    /** Whether the other set traces the same methods in the same way of weaving, so that only hooks change. */
    public boolean weavesLike(RuleSet other) {
        if (rules.size() != other.rules.size()) {
            return false;
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!rules.get(i).matchingText().equals(other.rules.get(i).matchingText())) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(Rule rule) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(rule.id())) {
                return i;
            }
        }
        return -1;
    }

    private List<Candidate> candidates(ClassFacts facts, Supertypes supertypes) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!rule.enabled()) {
                continue;
            }
            for (MethodPattern pattern : rule.patterns()) {
                if (pattern.matchesType(facts, supertypes)) {
                    candidates.add(new Candidate(i, pattern, rule.excludes()));
                }
            }
        }
        return candidates;
    }

    private @Nullable Candidate best(
            List<Candidate> candidates, ClassFacts facts, MethodFacts method, Supertypes supertypes) {
        Candidate best = null;
        for (Candidate candidate : candidates) {
            boolean better = best == null
                    || candidate.pattern().specificity() > best.pattern().specificity();
            if ((better || named.get(candidate.index()) == 0)
                    && candidate.pattern().traces(facts, method, supertypes)
                    && !candidate.isExcluded(facts, method, supertypes)) {
                named.set(candidate.index(), 1);
                best = better ? candidate : best;
            }
        }
        return best;
    }

    /** A pattern whose class part fits the class at hand. */
    private record Candidate(int index, MethodPattern pattern, List<MethodPattern> excludes) {
        boolean isExcluded(ClassFacts facts, MethodFacts method, Supertypes supertypes) {
            for (MethodPattern exclude : excludes) {
                if (exclude.matchesType(facts, supertypes) && exclude.excludes(facts, method, supertypes)) {
                    return true;
                }
            }
            return false;
        }
    }
}
