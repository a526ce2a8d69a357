package dev.narrative.core.rules;

import dev.narrative.core.capture.Capture;
import dev.narrative.core.capture.CapturePath;
import dev.narrative.core.capture.NameTemplate;
import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.RuleKey;
import dev.narrative.core.config.RuleLine;
import dev.narrative.core.config.Setting;
import dev.narrative.core.config.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule while its lines are read. */
final class RuleDraft {
    private static final Setting.Type<String> TYPES = ValueTypes.oneOf(
            "span",
            "generation",
            "event",
            "agent",
            "tool",
            "chain",
            "retriever",
            "embedding",
            "evaluator",
            "guardrail");
    private static final Setting.Type<String> LAYERS = ValueTypes.oneOf("api", "core", "persistence");
    private static final Setting.Type<String> UNIVERSES = ValueTypes.oneOf("engineer", "ceremony", "story");
    private static final Setting.Type<String> SAMPLES = ValueTypes.oneOf("always");

    private final RuleLine line;
    private final List<ConfigProblem> problems;
    private final List<MethodPattern> patterns = new ArrayList<>();
    private final List<MethodPattern> excludes = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private final List<ScoreCapture> scores = new ArrayList<>();
    private @Nullable NameTemplate name;
    private @Nullable String type;
    private @Nullable String layer;
    private @Nullable String universe;
    private @Nullable CapturePath session;
    private @Nullable CapturePath story;
    private @Nullable CapturePath user;
    private long minNanos;
    private int limitPerSecond;
    private boolean alwaysSampled;
    private boolean enabled = true;

    RuleDraft(RuleLine line, List<ConfigProblem> problems) {
        this.line = line;
        this.problems = problems;
    }

    RuleLine line() {
        return line;
    }

    /** Whether all patterns are well-formed; of the others each is reported. */
    boolean readPatterns() {
        boolean valid = true;
        for (String text : MethodPattern.split(line.value())) {
            try {
                patterns.add(MethodPattern.parse(text));
            } catch (IllegalArgumentException e) {
                valid = false;
                problems.add(line.problem("traces nothing: '" + text + "' " + e.getMessage(), ""));
            }
        }
        return valid;
    }

    void read(RuleKey key, RuleLine from) {
        String value = from.value();
        switch (key) {
            case NAME -> name = NameTemplate.parse(value);
            case CAPTURE -> CaptureList.read(from, captures, problems);
            case SCORE -> ScoreList.read(from, scores, problems);
            case TYPE -> type = TYPES.parse(value);
            case LAYER -> layer = LAYERS.parse(value);
            case UNIVERSE -> universe = UNIVERSES.parse(value);
            case SESSION -> session = CapturePath.parse(value);
            case STORY -> story = CapturePath.parse(value);
            case USER -> user = CapturePath.parse(value);
            case MIN -> minNanos = ValueTypes.DURATION.parse(value).toNanos();
            case LIMIT -> limitPerSecond = ValueTypes.RATE.parse(value);
            case EXCLUDE -> readExcludes(from);
            case SAMPLE -> alwaysSampled = SAMPLES.parse(value).equals("always");
            case ENABLED -> enabled = ValueTypes.BOOLEAN.parse(value);
        }
    }

    private void readExcludes(RuleLine from) {
        for (String text : MethodPattern.split(from.value())) {
            try {
                excludes.add(MethodPattern.parseExclude(text));
            } catch (IllegalArgumentException e) {
                problems.add(from.problem("leaves nothing out by '" + text + "': it " + e.getMessage(), ""));
            }
        }
    }

    Rule rule() {
        return new Rule(
                line.rule(),
                line.source(),
                line.line(),
                patterns,
                excludes,
                name,
                captures,
                type,
                layer,
                universe,
                session,
                story,
                user,
                minNanos,
                limitPerSecond,
                scores,
                alwaysSampled,
                enabled);
    }
}
