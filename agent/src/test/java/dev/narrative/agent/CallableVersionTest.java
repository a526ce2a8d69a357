package dev.narrative.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.Test;

class CallableVersionTest {
    private static final String NAME = Branching.class.getName();

    @Test
    void raisesAClassOfJava5_whichHasNoFrames() throws Exception {
        assertThat(CallableVersion.isMissing(compiledFor(ClassFileVersion.JAVA_V5, ClassReader.SKIP_FRAMES)))
                .isTrue();
        assertRuns(raised(compiledFor(ClassFileVersion.JAVA_V5, ClassReader.SKIP_FRAMES)));
    }

    @Test
    void raisesAClassOfJava6() throws Exception {
        assertRuns(raised(compiledFor(ClassFileVersion.JAVA_V6, 0)));
    }

    /** The JVM reads it as one of Java 5 then. */
    @Test
    void raisesAClassOfJava6_whichHasNoFrames() throws Exception {
        assertRuns(raised(compiledFor(ClassFileVersion.JAVA_V6, ClassReader.SKIP_FRAMES)));
    }

    @Test
    void leavesAClassWithSubroutinesAlone() {
        assertThatThrownBy(() -> raised(withSubroutine())).hasMessageContaining("subroutine");
    }

    @Test
    void leavesLaterVersionsAlone() {
        assertThat(CallableVersion.isMissing(compiledFor(ClassFileVersion.JAVA_V7, 0)))
                .isFalse();
    }

    private static void assertRuns(byte[] raised) throws ReflectiveOperationException {
        assertThat(ClassFileVersion.ofClassFile(raised)).isEqualTo(ClassFileVersion.JAVA_V7);
        Class<?> type = new ByteArrayClassLoader(null, Map.of(NAME, raised)).loadClass(NAME);
        assertThat(call(type, 3)).isEqualTo("odd");
        assertThat(call(type, 4)).isEqualTo("even");
    }

    private static Object call(Class<?> type, int number)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return type.getMethod("parity", int.class).invoke(null, number);
    }

    /** As the weaver does it, with an advice around the method. */
    private static byte[] raised(byte[] classFile) {
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(NAME, classFile), ClassFileLocator.ForClassLoader.ofSystemLoader());
        TypePool types = ByteBuddyWeaving.pool(locator);
        TypeDescription type = types.describe(NAME).resolve();
        return new ByteBuddy()
                .decorate(type, locator)
                .visit(new CallableVersion())
                .visit(Advice.to(Nothing.class).on(ElementMatchers.named("parity")))
                .make(types)
                .getBytes();
    }

    private static byte[] compiledFor(ClassFileVersion version, int readerFlags) {
        ClassReader reader = OpenedClassReader.of(ClassFileLocator.ForClassLoader.read(Branching.class));
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(OpenedClassReader.ASM_API, writer) {
                    @Override
                    public void visit(
                            int ignored,
                            int access,
                            String name,
                            String signature,
                            String superName,
                            String[] interfaces) {
                        super.visit(version.getMinorMajorVersion(), access, name, signature, superName, interfaces);
                    }

                    @Override
                    public void visitNestHost(String host) {}
                },
                readerFlags);
        return writer.toByteArray();
    }

    /** What compilers once made of {@code finally}. */
    private static byte[] withSubroutine() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_6, Opcodes.ACC_PUBLIC, NAME.replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "parity", "()V", null, null);
        Label subroutine = new Label();
        method.visitCode();
        method.visitJumpInsn(Opcodes.JSR, subroutine);
        method.visitInsn(Opcodes.RETURN);
        method.visitLabel(subroutine);
        method.visitVarInsn(Opcodes.ASTORE, 0);
        method.visitVarInsn(Opcodes.RET, 0);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Has a branch, and so needs frames where the JVM asks for them. */
    public static final class Branching {
        private Branching() {}

        public static String parity(int number) {
            Object found = number % 2 == 0 ? "even" : Integer.valueOf(number);
            return found instanceof String text ? text : "odd";
        }
    }

    public static final class Nothing {
        private Nothing() {}

        @Advice.OnMethodEnter
        public static void enter() {}
    }
}
