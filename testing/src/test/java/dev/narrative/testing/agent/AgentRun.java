package dev.narrative.testing.agent;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A program of the test classes under the agent, with a properties file and a journal of its own. */
public final class AgentRun {
    private static final String SAYS = "[narrative] ";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path directory;
    private final ForkedJvmBuilder jvm = ForkedJvm.builder();

    private AgentRun(Path directory) {
        this.directory = directory;
    }

    /** @param parent gets a new directory: the working directory, with the properties file and the journal */
    public static AgentRun in(Path parent) {
        AgentRun run = new AgentRun(fresh(parent));
        run.jvm.workingDirectory(run.directory).classpath(testClasses()).timeout(LIMIT);
        return run;
    }

    private static Path fresh(Path parent) {
        try {
            return Files.createTempDirectory(parent, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path testClasses() {
        return codeOf(AgentRun.class);
    }

    /** The jar or directory that a class was loaded from. */
    public static Path codeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Attaches the agent with these lines as its properties file. */
    public AgentRun properties(String lines) {
        write(lines);
        jvm.agentProperties(file());
        return this;
    }

    /** Writes the properties file anew; a running agent takes it over. */
    public void write(String lines) {
        try {
            Files.writeString(file(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AgentRun on(Path javaHome) {
        jvm.javaHome(javaHome);
        return this;
    }

    public AgentRun program(Class<?> main, String... args) {
        jvm.mainClass(main).args(args);
        return this;
    }

    /** What else there is to say about the JVM. */
    public ForkedJvmBuilder jvm() {
        return jvm;
    }

    public Path file() {
        return directory.resolve("f.properties");
    }

    public Path journal() {
        return directory.resolve("narrative-traces");
    }

    public ForkedJvm start() {
        return jvm.start();
    }

    /** Runs the program to a good end, in which the agent had nothing to say. */
    public JvmResult run() {
        return quiet(jvm.run().ok());
    }

    /** Runs the program to a good end, and reads what it left in the journal. */
    public Traces traces() {
        run();
        return Traces.read(journal());
    }

    /** Reads the journal of a running program until it holds what is expected. */
    public Traces await(Predicate<Traces> expected) {
        return Traces.await(journal(), Duration.ofMinutes(1), expected);
    }

    /** The same result, when the agent said nothing: no failed advice, no class that could not be woven. */
    public static JvmResult quiet(JvmResult result) {
        if (!said(result).isEmpty()) {
            throw new AssertionError("the agent complains\n" + result);
        }
        return result;
    }

    /** What the agent said, line by line, without its prefix. */
    public static List<String> said(JvmResult result) {
        return result.stderr().stream()
                .filter(line -> line.startsWith(SAYS))
                .map(line -> line.substring(SAYS.length()))
                .toList();
    }
}
