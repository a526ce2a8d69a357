package dev.narrative.core.rules;

import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What matching needs to know of a class, read from its class file; all names are internal ones.
 *
 * @param access the flags of the class file
 * @param superName {@code null} for {@code java/lang/Object} and modules
 * @param annotations those that the class file keeps, of every retention but {@code SOURCE}
 * @param components the names of a record's components; empty for other classes
 */
public record ClassFacts(
        String internalName,
        int access,
        @Nullable String superName,
        List<String> interfaces,
        List<String> annotations,
        List<String> components,
        List<MethodFacts> methods) {

    /**
     * Reads a class file.
     *
     * @throws IllegalArgumentException when it is none, or of a Java version that is not known yet
     */
    public static ClassFacts read(byte[] classFile) {
        try {
            ClassFactsReader facts = new ClassFactsReader();
            new ClassReader(classFile)
                    .accept(facts, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return facts.facts();
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("the class file is torn", e);
        }
    }

    public boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }
}
