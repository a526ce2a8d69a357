package dev.narrative.core.rules;

import dev.narrative.core.config.RuleKey;
import dev.narrative.core.config.RuleLine;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** One annotation of the API on an argument, which becomes a line of the method's rule when it has been read. */
final class ArgumentMark extends AnnotationVisitor {
    private final String source;
    private final RuleKey key;
    private final int argument;
    private final List<RuleLine> lines;
    private String value = "";
    private String path = "";

    private ArgumentMark(String source, RuleKey key, int argument, List<RuleLine> lines) {
        super(Opcodes.ASM9);
        this.source = source;
        this.key = key;
        this.argument = argument;
        this.lines = lines;
    }

    /** Reads an annotation into a line; {@code null} when it is none of ours. */
    static @Nullable ArgumentMark reader(String descriptor, String source, int argument, List<RuleLine> lines) {
        RuleKey key =
                switch (descriptor) {
                    case "Ldev/narrative/api/TraceAttribute;" -> RuleKey.CAPTURE;
                    case "Ldev/narrative/api/TraceSession;" -> RuleKey.SESSION;
                    case "Ldev/narrative/api/TraceStory;" -> RuleKey.STORY;
                    case "Ldev/narrative/api/TraceUser;" -> RuleKey.USER;
                    default -> null;
                };
        return key == null ? null : new ArgumentMark(source, key, argument, lines);
    }

    @Override
    public void visit(@Nullable String name, Object said) {
        if ("value".equals(name)) {
            value = said.toString();
        } else if ("path".equals(name)) {
            path = said.toString();
        }
    }

    @Override
    public void visitEnd() {
        boolean isCapture = key == RuleKey.CAPTURE;
        String steps = isCapture ? path : value;
        String from = steps.isEmpty() ? String.valueOf(argument) : argument + "." + steps;
        lines.add(TracedMethod.line(source, key, isCapture ? from + " as " + value : from));
    }
}
