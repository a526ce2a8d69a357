package dev.narrative.core.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be said about a rule, {@code narrative.trace.<rule>.<key>}. */
public enum RuleKey {
    NAME("text with {paths}", "The span's name, `Place order {0.id}`; without it, `Class.method`."),
    CAPTURE(
            "list of `path as attribute`",
            "Values kept as attributes: `0.id as order.id, return.status as order.status`."
                    + " `input` and `output` stand for `narrative.input` and `narrative.output`."),
    TYPE(
            "span \\| generation \\| event \\| agent \\| tool \\| chain \\| retriever \\| embedding \\| evaluator"
                    + " \\| guardrail",
            "What kind of step it is, `narrative.type`."),
    LAYER("api \\| core \\| persistence", "The layer it belongs to, `narrative.layer`."),
    UNIVERSE("engineer \\| ceremony \\| story", "The universe it belongs to, `narrative.universe`."),
    SESSION("path", "Where the session's id is read from."),
    STORY("path", "Where the story's id is read from."),
    USER("path", "Where the user's id is read from."),
    MIN("duration", "Calls that are shorter leave no span, unless they fail."),
    LIMIT("rate", "How many spans a second the rule makes at most."),
    EXCLUDE("list of patterns", "What the patterns name but the rule leaves out: `com.shop.audit.**, **#get*`."),
    SCORE(
            "list of `path as name`",
            "Values kept as scores: `return.coherence as coherence`. Behind the name may stand `numeric`,"
                    + " `categorical`, `boolean` or `text`, and `on trace` or `on session`."),
    SAMPLE("always", "Keeps the rule's spans whatever the sampler says."),
    ENABLED("true \\| false", "Whether the rule traces anything.");

    private final String form;
    private final String doc;

    RuleKey(String form, String doc) {
        this.form = form;
        this.doc = doc;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How a value is written, for the reference page. */
    public String form() {
        return form;
    }

    /** One line for the reference page. */
    public String doc() {
        return doc;
    }

    /** The key of that name, {@code null} when there is none. */
    public static @Nullable RuleKey find(String key) {
        for (RuleKey candidate : values()) {
            if (candidate.key().equals(key)) {
                return candidate;
            }
        }
        return null;
    }
}
