package dev.narrative.model.masking;

import dev.narrative.model.masking.pattern.LinearMatcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user has named as secret, beside what is known to be; those of this process stand here. */
public final class SecretPatterns {
    public static final SecretPatterns NONE = new SecretPatterns(List.of(), List.of());

    private static volatile SecretPatterns current = NONE;

    private final List<String> patterns;
    private final List<String> refused;
    private volatile @Nullable LinearMatcher matcher;

    private SecretPatterns(List<String> patterns, List<String> refused) {
        this.patterns = patterns;
        this.refused = refused;
    }

    /** Reads patterns; those that are wrong are left out and told of by {@link #refused}. */
    public static SecretPatterns of(List<String> patterns) {
        if (patterns.isEmpty()) {
            return NONE;
        }
        List<String> sound = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                LinearMatcher.check(pattern);
                sound.add(pattern);
            } catch (IllegalArgumentException e) {
                refused.add("the pattern '" + pattern + "' " + e.getMessage());
            }
        }
        return new SecretPatterns(List.copyOf(sound), List.copyOf(refused));
    }

    /** From now on, all masking in this process heeds these patterns and no others. */
    public static void use(SecretPatterns patterns) {
        current = patterns;
    }

    static SecretPatterns current() {
        return current;
    }

    /** The patterns that are heeded, as they were written. */
    public List<String> patterns() {
        return patterns;
    }

    /** What was wrong with the others, one sentence each. */
    public List<String> refused() {
        return refused;
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** What was found already and what the patterns find; {@code null} when that is nothing. */
    @Nullable
    SecretRanges addTo(@Nullable SecretRanges found, String text) {
        LinearMatcher compiled = matcher;
        if (compiled == null) {
            compiled = LinearMatcher.of(patterns);
            matcher = compiled;
        }
        SecretRanges own = new SecretRanges();
        compiled.find(text, own);
        if (own.end() == 0) {
            return found;
        }
        return found == null ? own : found.and(own);
    }

    @Override
    public String toString() {
        return patterns.toString();
    }
}
