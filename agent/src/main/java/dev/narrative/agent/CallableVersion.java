package dev.narrative.agent;

import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Raises a class file to the first version that knows invokedynamic, by which advice is called. Libraries that were
 * compiled for Java 5 and 6 are still in use; the JVM refuses them with a newer instruction in them.
 *
 * <p>From the raised version on the JVM insists on stack map frames, which Java 5 did not write and with which Java 6 was
 * lenient. They are computed; a method that can't have them, with subroutines, fails here and not in the application.
 */
final class CallableVersion implements AsmVisitorWrapper {
    /** Whether a class file has to be raised before advice may be called in it. */
    static boolean isMissing(byte[] classFile) {
        return ClassFileVersion.ofClassFile(classFile).isLessThan(ClassFileVersion.JAVA_V7);
    }

    @Override
    public int mergeWriter(int flags) {
        return flags | ClassWriter.COMPUTE_FRAMES;
    }

    @Override
    public int mergeReader(int flags) {
        return flags;
    }

    @Override
    public ClassVisitor wrap(
            TypeDescription type,
            ClassVisitor classVisitor,
            Implementation.Context context,
            TypePool types,
            FieldList<FieldDescription.InDefinedShape> fields,
            MethodList<?> methods,
            int writerFlags,
            int readerFlags) {
        return new ClassVisitor(OpenedClassReader.ASM_API, classVisitor) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(
                        ClassFileVersion.JAVA_V7.getMinorMajorVersion(),
                        access,
                        name,
                        signature,
                        superName,
                        interfaces);
            }
        };
    }
}
