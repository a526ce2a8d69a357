package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Installation;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Rules 2 and 3: advice never throws, and weaving bears classes that are loaded by many threads at once. */
class AdviceIT {
    @TempDir
    private Path directory;

    @Test
    void rule2_suppressesEverything_inEveryAdvice() throws IOException {
        List<String> advice = new ArrayList<>();
        List<String> throwing = new ArrayList<>();
        try (JarFile jar = new JarFile(Installation.agentJar().toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(candidate -> candidate.getName().startsWith("narrative/dev/narrative/"))
                    .filter(candidate -> candidate.getName().endsWith(".classdata"))
                    .toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    new ClassReader(in.readAllBytes())
                            .accept(new AdviceMethods(advice, throwing), ClassReader.SKIP_CODE);
                }
            }
        }
        assertThat(advice).hasSizeGreaterThan(20);
        assertThat(throwing).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void rule3_weaves_whileManyThreadsLoadClasses(Path jdk) {
        String rules = """
                narrative.trace.all = dev.narrative.testing.agent.**#*
                narrative.trace.all.exclude = dev.narrative.testing.agent.safety.LoadingProgram#*
                """;
        AgentRun run = AgentRun.in(directory).on(jdk).properties(rules).program(LoadingProgram.class);

        assertThat(run.run().stdout())
                .containsExactly("loaded " + LoadingProgram.THREADS * LoadingProgram.CLASSES.size());
    }

    /** Collects the methods with an advice annotation, and those of them that let an error out. */
    private static final class AdviceMethods extends ClassVisitor {
        private final List<String> advice;
        private final List<String> throwing;
        private String owner = "";

        AdviceMethods(List<String> advice, List<String> throwing) {
            super(Opcodes.ASM9);
            this.advice = advice;
            this.throwing = throwing;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
            owner = name;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            String method = owner + "." + name;
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return annotation.contains("asm/Advice$OnMethod") ? new Suppressed(method) : null;
                }
            };
        }

        private final class Suppressed extends AnnotationVisitor {
            private final String method;
            private boolean suppressed;

            Suppressed(String method) {
                super(Opcodes.ASM9);
                this.method = method;
                advice.add(method);
            }

            @Override
            public void visit(String name, Object value) {
                suppressed |= name.equals("suppress") && value.equals(Type.getType(Throwable.class));
            }

            @Override
            public void visitEnd() {
                if (!suppressed) {
                    throwing.add(method);
                }
            }
        }
    }
}
