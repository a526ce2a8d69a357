package dev.narrative.core.rules;

import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * What matching needs to know of a method.
 *
 * @param access the flags of the class file
 * @param annotations the internal names of its annotations
 */
public record MethodFacts(String name, String descriptor, int access, List<String> annotations) {
    boolean is(int flag) {
        return (access & flag) != 0;
    }

    /** Whether there is code that a span could surround; constructors and initialisers are never traced. */
    boolean isTraceable() {
        return !is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE) && name.charAt(0) != '<';
    }
}
