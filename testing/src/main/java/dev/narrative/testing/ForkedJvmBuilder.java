package dev.narrative.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says how a JVM is to be started. It inherits the environment, without the variables that would change the JVM or the
 * agent: what a test does not say does not happen. Such programs are over before what the second compiler and a
 * concurrent collector cost is paid back, so they have neither, unless the JVM is to be a {@linkplain #usualJvm() usual
 * one}.
 */
public final class ForkedJvmBuilder {
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m");

    private Path javaHome = Jdks.running();
    private @Nullable Path agentJar;
    private @Nullable Path agentFile;
    private List<String> lifetime = SHORT_LIVED;
    private final List<String> jvmArgs = new ArrayList<>();
    private final Map<String, String> systemProperties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Path> classpath = new ArrayList<>();
    private List<String> program = List.of();
    private final List<String> args = new ArrayList<>();
    private @Nullable Path workingDirectory;
    private Duration timeout = Duration.ofSeconds(60);

    ForkedJvmBuilder() {}

    /** The JDK; the running one when nothing is said. */
    public ForkedJvmBuilder javaHome(Path home) {
        this.javaHome = home;
        return this;
    }

    /** Attaches the agent as this build made it. */
    public ForkedJvmBuilder agent() {
        return agent(Installation.agentJar());
    }

    public ForkedJvmBuilder agent(Path jar) {
        this.agentJar = jar;
        return this;
    }

    /** Gives the agent this properties file; attaches the agent of this build when none is named. */
    public ForkedJvmBuilder agentProperties(Path file) {
        if (agentJar == null) {
            agent();
        }
        this.agentFile = file;
        return this;
    }

    /** The same with the text of a properties file. */
    public ForkedJvmBuilder agentProperties(String text) {
        try {
            Path file = Files.createTempFile("narrative-agent", ".properties");
            file.toFile().deleteOnExit();
            return agentProperties(Files.writeString(file, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the JVM choose its compilers and its collector, as it does where nobody chooses for it. */
    public ForkedJvmBuilder usualJvm() {
        this.lifetime = List.of();
        return this;
    }

    /** Options of the JVM itself, before everything else. */
    public ForkedJvmBuilder jvmArgs(String... options) {
        jvmArgs.addAll(Arrays.asList(options));
        return this;
    }

    public ForkedJvmBuilder systemProperty(String key, String value) {
        systemProperties.put(key, value);
        return this;
    }

    public ForkedJvmBuilder env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public ForkedJvmBuilder classpath(Path... entries) {
        classpath.addAll(Arrays.asList(entries));
        return this;
    }

    /** The class path of the running JVM. */
    public ForkedJvmBuilder ownClasspath() {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classpath.add(Path.of(entry));
        }
        return this;
    }

    public ForkedJvmBuilder mainClass(String name) {
        this.program = List.of(name);
        return this;
    }

    public ForkedJvmBuilder mainClass(Class<?> type) {
        return mainClass(type.getName());
    }

    /** Runs a jar by its manifest; the class path is the manifest's. */
    public ForkedJvmBuilder jar(Path jar) {
        this.program = List.of("-jar", jar.toString());
        return this;
    }

    public ForkedJvmBuilder args(String... values) {
        args.addAll(Arrays.asList(values));
        return this;
    }

    public ForkedJvmBuilder workingDirectory(Path directory) {
        this.workingDirectory = directory;
        return this;
    }

    /** How long {@link #run} waits before it kills the process and fails; 60 s when nothing is said. */
    public ForkedJvmBuilder timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /** Runs the program to its end. */
    public JvmResult run() {
        try (ForkedJvm jvm = start()) {
            return jvm.await(timeout);
        }
    }

    /** Starts the program and leaves it running. */
    public ForkedJvm start() {
        ProcessBuilder process = new ProcessBuilder(command());
        process.environment().keySet().removeIf(ForkedJvmBuilder::changesBehaviour);
        process.environment().putAll(environment);
        if (workingDirectory != null) {
            process.directory(workingDirectory.toFile());
        }
        try {
            return new ForkedJvm(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command line, for programs that start the process themselves. */
    public List<String> command() {
        if (program.isEmpty()) {
            throw new IllegalStateException("neither a main class nor a jar was named");
        }
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.addAll(lifetime);
        command.addAll(jvmArgs);
        if (agentJar != null) {
            command.add("-javaagent:" + agentJar + (agentFile == null ? "" : "=" + agentFile));
        }
        systemProperties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        if (!classpath.isEmpty()) {
            command.add("-cp");
            command.add(classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        command.addAll(program);
        command.addAll(args);
        return command;
    }

    private static boolean changesBehaviour(String variable) {
        return variable.endsWith("JAVA_TOOL_OPTIONS")
                || variable.endsWith("JAVA_OPTIONS")
                || variable.startsWith("NARRATIVE_")
                || variable.startsWith("OTEL_");
    }
}
