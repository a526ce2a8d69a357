package dev.narrative.core.rules;

import dev.narrative.model.EditDistance;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The modifiers that a pattern may ask for. */
final class Modifiers {
    /** No flag stands for it in the class file. */
    private static final int PACKAGE = 1 << 30;

    private static final int VISIBILITY = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;
    private static final List<String> NAMES =
            List.of("public", "protected", "private", "package", "static", "final", "synchronized");

    private Modifiers() {}

    /** The flag for a modifier; 0 for another word. */
    static int flag(String word) {
        return switch (word) {
            case "public" -> Opcodes.ACC_PUBLIC;
            case "protected" -> Opcodes.ACC_PROTECTED;
            case "private" -> Opcodes.ACC_PRIVATE;
            case "package" -> PACKAGE;
            case "static" -> Opcodes.ACC_STATIC;
            case "final" -> Opcodes.ACC_FINAL;
            case "synchronized" -> Opcodes.ACC_SYNCHRONIZED;
            default -> 0;
        };
    }

    static boolean matches(int asked, MethodFacts method) {
        if ((asked & PACKAGE) != 0) {
            return !method.is(VISIBILITY) && (method.access() & asked & ~PACKAGE) == (asked & ~PACKAGE);
        }
        return (method.access() & asked) == asked;
    }

    static @Nullable String nearest(String word) {
        return EditDistance.nearest(word, NAMES);
    }
}
