package dev.narrative.core.rules;

import dev.narrative.core.capture.Capture;
import dev.narrative.core.capture.CapturePath;
import dev.narrative.core.capture.NameTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is traced under one name of the properties file, and what is said about it.
 *
 * @param id the name, {@code narrative.trace.<id>}
 * @param source the file, or where else it came from
 * @param line the line of its patterns from 1; 0 when there is none
 * @param name the span's name; {@code null} for {@code Class.method}
 * @param captures the values kept as attributes
 * @param type the value of {@code narrative.type}, as are layer and universe of theirs; {@code null} when not said
 * @param minNanos calls that are shorter leave no span unless they fail; 0 for all
 * @param limitPerSecond the most spans a second; 0 for no limit
 * @param scores the values kept as scores
 * @param alwaysSampled whether spans are kept whatever the sampler says
 */
public record Rule(
        String id,
        String source,
        int line,
        List<MethodPattern> patterns,
        List<MethodPattern> excludes,
        @Nullable NameTemplate name,
        List<Capture> captures,
        @Nullable String type,
        @Nullable String layer,
        @Nullable String universe,
        @Nullable CapturePath session,
        @Nullable CapturePath story,
        @Nullable CapturePath user,
        long minNanos,
        int limitPerSecond,
        List<ScoreCapture> scores,
        boolean alwaysSampled,
        boolean enabled) {

    public Rule {
        patterns = List.copyOf(patterns);
        excludes = List.copyOf(excludes);
        captures = List.copyOf(captures);
        scores = List.copyOf(scores);
    }

    /** Every path that the rule reads. */
    public List<CapturePath> paths() {
        List<CapturePath> paths = new ArrayList<>();
        if (name != null) {
            paths.addAll(name.paths());
        }
        for (Capture capture : captures) {
            paths.add(capture.path());
        }
        for (ScoreCapture score : scores) {
            paths.add(score.capture().path());
        }
        addPresent(paths, session);
        addPresent(paths, story);
        addPresent(paths, user);
        return paths;
    }

    /** Whether a call's receiver or arguments are needed, rather than its outcome alone. */
    public boolean readsCall() {
        for (CapturePath path : paths()) {
            if (path.root() == CapturePath.Root.ARGUMENT || path.root() == CapturePath.Root.THIS) {
                return true;
            }
        }
        return false;
    }

    /** This rule, with what it does not say taken from another: captures under other names are added. */
    Rule or(Rule other) {
        return new Rule(
                id,
                source,
                line,
                patterns,
                excludes,
                name == null ? other.name : name,
                merged(captures, other.captures),
                type == null ? other.type : type,
                layer == null ? other.layer : layer,
                universe == null ? other.universe : universe,
                session == null ? other.session : session,
                story == null ? other.story : story,
                user == null ? other.user : user,
                minNanos,
                limitPerSecond,
                scores,
                alwaysSampled,
                enabled);
    }

    private static List<Capture> merged(List<Capture> own, List<Capture> others) {
        List<Capture> all = new ArrayList<>(own);
        for (Capture other : others) {
            boolean isSaid = false;
            for (Capture said : own) {
                isSaid |= said.target().equals(other.target());
            }
            if (!isSaid) {
                all.add(other);
            }
        }
        return all;
    }

    /** What decides which methods it traces; two rules with the same text trace the same ones. */
    String matchingText() {
        StringBuilder text = new StringBuilder(id).append(enabled ? " on" : " off");
        for (MethodPattern pattern : patterns) {
            text.append('\n').append(pattern.text());
        }
        for (MethodPattern exclude : excludes) {
            text.append("\n-").append(exclude.text());
        }
        return text.append(readsCall() ? "\ncall" : "").toString();
    }

    private static void addPresent(List<CapturePath> paths, @Nullable CapturePath path) {
        if (path != null) {
            paths.add(path);
        }
    }
}
