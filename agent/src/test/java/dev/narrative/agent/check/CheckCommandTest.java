package dev.narrative.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.config.ConfigSources;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeClasses() throws IOException {
        Path shop = Files.createDirectories(directory.resolve("classes/com/shop"));
        Files.write(shop.resolve("OrderService.class"), classFile("com/shop/OrderService", "java/util/ArrayList"));
    }

    @Test
    void listsMethodsRuleByRule() throws IOException {
        int code = check("narrative.trace.order = com.shop.OrderService#place\nnarrative.trace.off = com.shop.X#y\n"
                + "narrative.trace.off.enabled = false");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(lines(
                        "order: 2 methods",
                        "    com.shop.OrderService#place()",
                        "    com.shop.OrderService#place(String, int[])",
                        "off: switched off",
                        "1 classes read, 2 methods traced by 2 rules, 0 problems"));
        assertThat(code).isEqualTo(CheckCommand.WELL);
    }

    @Test
    void printsProblemsFirst_andTheNearestName() throws IOException {
        int code = check("narrative.exporter = otlp\nnarrative.trace.order = com.shop.OrderServise#place");

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("problem: ")
                                .endsWith(":1: narrative.exporter is no known key; did you mean narrative.exporters?"),
                        line -> assertThat(line)
                                .isEqualTo("order: matches nothing; did you mean com.shop.OrderService#place?"),
                        line -> assertThat(line).isEqualTo("1 classes read, 0 methods traced by 1 rules, 1 problems"));
        assertThat(code).isEqualTo(CheckCommand.PROBLEMS);
    }

    @Test
    void findsSupertypesInTheJdk() throws IOException {
        assertThat(check("narrative.trace.a = implements java.util.Collection com.shop.**#place()"))
                .isEqualTo(CheckCommand.WELL);
    }

    @Test
    void readsNestedJars() throws IOException {
        Path inner = directory.resolve("inner.jar");
        jar(inner, Map.of("com/lib/Inner.class", classFile("com/lib/Inner", "java/lang/Object")));
        Path boot = directory.resolve("boot.jar");
        jar(
                boot,
                Map.of(
                        "BOOT-INF/classes/com/app/Main.class",
                        classFile("com/app/Main", "java/lang/Object"),
                        "BOOT-INF/lib/inner.jar",
                        Files.readAllBytes(inner),
                        "META-INF/versions/21/com/app/Main.class",
                        new byte[] {1},
                        "com/app/Torn.class",
                        new byte[] {1, 2, 3}));

        int code = run(
                "--config", config("narrative.trace.a = com.**#place()").toString(), "--classpath", boot.toString());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("com.app.Main#place()", "com.lib.Inner#place()", "1 class files could not be read");
        assertThat(code).isEqualTo(CheckCommand.PROBLEMS);
    }

    @Test
    void annotatedClass_thatIsThereTwice_countsOnce() throws IOException {
        Path first = directory.resolve("first.jar");
        Path second = directory.resolve("second.jar");
        jar(first, Map.of("com/shop/Desk.class", annotatedClassFile("com/shop/Desk")));
        jar(second, Map.of("com/shop/Desk.class", annotatedClassFile("com/shop/Desk")));

        int code = run("--config", config("").toString(), "-cp", first + File.pathSeparator + second);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(lines(
                        "@Traced: 2 methods",
                        "    com.shop.Desk#place()",
                        "    com.shop.Desk#place(String, int[])",
                        "1 classes read, 2 methods traced by 0 rules and @Traced, 0 problems"));
        assertThat(code).isEqualTo(CheckCommand.WELL);
    }

    @Test
    void refusesWrongUsageAndMissingFiles() throws IOException {
        String config = config("").toString();

        assertThat(run()).isEqualTo(CheckCommand.USAGE);
        assertThat(run("--config")).isEqualTo(CheckCommand.USAGE);
        assertThat(run("--config", config, "--what", "x")).isEqualTo(CheckCommand.USAGE);
        assertThat(run("--config", config)).isEqualTo(CheckCommand.USAGE);
        assertThat(run("--config", "none", "--classpath", directory.toString())).isEqualTo(CheckCommand.MISSING_FILE);
        assertThat(run("--config=" + config, "--classpath=none.jar")).isEqualTo(CheckCommand.MISSING_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("unknown option --what", "--classpath is missing", "there is no none.jar", "usage:");
    }

    @Test
    void reportsWhatIsNoJar() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "hello");

        assertThat(run("--config", config("").toString(), "-cp", text + File.pathSeparator + directory))
                .isEqualTo(CheckCommand.PROBLEMS);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("text.jar: is no jar, or an empty one");
    }

    private int check(String rules) throws IOException {
        return run(
                "--config",
                config(rules).toString(),
                "--classpath",
                directory.resolve("classes").toString());
    }

    private int run(String... args) {
        return new CheckCommand(new ConfigSources(Map.of(), Map.of())).run(args, stream(out), stream(err));
    }

    private Path config(String rules) throws IOException {
        return Files.writeString(directory.resolve("f.properties"), rules);
    }

    private static PrintStream stream(OutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static void jar(Path path, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
    }

    private static byte[] classFile(String name, String parent) {
        return classFile(name, parent, false);
    }

    private static byte[] annotatedClassFile(String name) {
        return classFile(name, "java/lang/Object", true);
    }

    private static byte[] classFile(String name, String parent, boolean annotated) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, new String[0]);
        if (annotated) {
            writer.visitAnnotation("Ldev/narrative/api/Traced;", true).visitEnd();
        }
        method(writer, "()V");
        method(writer, "(Ljava/lang/String;[I)V");
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void method(ClassWriter writer, String descriptor) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "place", descriptor, null, null);
        method.visitCode();
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
