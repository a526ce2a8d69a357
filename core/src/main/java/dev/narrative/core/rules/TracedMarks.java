package dev.narrative.core.rules;

import dev.narrative.core.config.RuleKey;
import dev.narrative.core.config.RuleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** What one {@code @Traced} says, as the lines of a rule; it is filled while the annotation is read. */
final class TracedMarks extends AnnotationVisitor {
    static final String DESCRIPTOR = "Ldev/narrative/api/Traced;";
    private static final String UNSAID = "NONE";

    private final List<RuleLine> lines = new ArrayList<>(4);
    private final String source;

    /** @param source the class or method that carries the annotation, as one writes it */
    TracedMarks(String source) {
        super(Opcodes.ASM9);
        this.source = source;
    }

    List<RuleLine> lines() {
        return lines;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        if ("name".equals(name) && !value.toString().isEmpty()) {
            add(RuleKey.NAME, value.toString());
        }
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
        RuleKey key = name == null ? null : RuleKey.find(name);
        if (key != null && !value.equals(UNSAID)) {
            add(key, value.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitArray(@Nullable String name) {
        return "capture".equals(name) ? new Captures() : null;
    }

    private void add(RuleKey key, String value) {
        lines.add(TracedMethod.line(source, key, value));
    }

    private final class Captures extends AnnotationVisitor {
        Captures() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(@Nullable String name, Object value) {
            add(RuleKey.CAPTURE, value.toString());
        }
    }
}
