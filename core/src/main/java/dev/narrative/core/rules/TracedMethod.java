package dev.narrative.core.rules;

import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.RuleKey;
import dev.narrative.core.config.RuleLine;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** A method with what the API's annotations say about it and its arguments; it is filled while the method is read. */
final class TracedMethod extends MethodVisitor {
    /** The rule's name of all annotated methods. */
    static final String RULE = "@Traced";

    private final MethodFacts facts;
    private final String source;
    private final List<RuleLine> ofArguments = new ArrayList<>(2);
    private @Nullable TracedMarks own;

    /** @param source the method, as one writes it */
    TracedMethod(MethodFacts facts, String source) {
        super(Opcodes.ASM9);
        this.facts = facts;
        this.source = source;
    }

    static RuleLine line(String source, RuleKey key, String value) {
        return new RuleLine(source, 0, RULE, key.key(), value);
    }

    MethodFacts facts() {
        return facts;
    }

    boolean isAnnotated() {
        return own != null;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (!descriptor.equals(TracedMarks.DESCRIPTOR)) {
            return null;
        }
        own = new TracedMarks(source);
        return own;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(int argument, String descriptor, boolean visible) {
        return ArgumentMark.reader(descriptor, source, argument, ofArguments);
    }

    /**
     * The rule that the annotations come to; a wrong line disables only itself.
     *
     * @param ofClass what the class's own annotation says, {@code null} when it has none
     */
    Rule rule(@Nullable TracedMarks ofClass, List<ConfigProblem> problems) {
        Rule rule = rule(own == null ? List.of() : own.lines(), ofArguments, problems);
        return ofClass == null ? rule : rule.or(rule(ofClass.lines(), List.of(), problems));
    }

    private Rule rule(List<RuleLine> lines, List<RuleLine> more, List<ConfigProblem> problems) {
        RuleDraft draft = new RuleDraft(new RuleLine(source, 0, RULE, "", ""), problems);
        read(draft, lines, problems);
        read(draft, more, problems);
        return draft.rule();
    }

    private static void read(RuleDraft draft, List<RuleLine> lines, List<ConfigProblem> problems) {
        for (RuleLine line : lines) {
            RuleKey key = RuleKey.find(line.subKey());
            if (key != null) {
                try {
                    draft.read(key, line);
                } catch (IllegalArgumentException wrong) {
                    problems.add(line.problem("= " + line.value() + " is ignored: it " + wrong.getMessage(), ""));
                }
            }
        }
    }
}
