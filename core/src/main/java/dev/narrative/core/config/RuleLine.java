package dev.narrative.core.config;

/**
 * One line of a rule, {@code narrative.trace.<rule>[.<subKey>] = value}, not looked into yet.
 *
 * @param rule the rule's name, or that of an annotation, {@code @Traced}
 * @param source the file, or where else the value came from
 * @param line the line's number from 1; 0 when there is none
 * @param subKey what stands behind the rule's name; empty for the patterns themselves
 */
public record RuleLine(String source, int line, String rule, String subKey, String value) {
    static final String PREFIX = "narrative.trace.";

    /** The key as one writes it, in the file or in an annotation. */
    public String key() {
        String name = rule.startsWith("@") ? rule : PREFIX + rule;
        return subKey.isEmpty() ? name : name + '.' + subKey;
    }

    /** A problem with this line. */
    public ConfigProblem problem(String what, String advice) {
        return new ConfigProblem(source, line, key() + ' ' + what, advice);
    }
}
