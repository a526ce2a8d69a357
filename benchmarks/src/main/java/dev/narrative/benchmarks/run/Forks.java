package dev.narrative.benchmarks.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Forks JVMs: the same flags for all, and none of the caller's settings that an agent would listen to. */
public final class Forks {
    /** The collector and all else is left as the JVM chooses it. */
    public static final List<String> JVM_FLAGS = List.of("-Xmx512m");

    private static final List<String> LISTENED_TO = List.of("OTEL_", "NARRATIVE_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_");

    private final Layout layout;
    private int count;

    public Forks(Layout layout) {
        this.layout = layout;
    }

    public Layout layout() {
        return layout;
    }

    /** A fresh folder for one process. */
    public Path newRun(String label) {
        Path run = layout.runs().resolve(String.format("%04d-%s", ++count, label));
        try {
            return Files.createDirectories(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a main class that uses nothing but the JDK. */
    public JavaProcess plain(Path run, Duration limit, List<String> flags, Class<?> main, Object... arguments) {
        return start(run, limit, flags, layout.plainClassPath(), main, arguments);
    }

    /** Starts a main class with all libraries on the class path. */
    public JavaProcess full(Path run, Duration limit, List<String> flags, Class<?> main, Object... arguments) {
        return start(run, limit, flags, layout.fullClassPath(), main, arguments);
    }

    /** Starts a main class with a model's SDK on the class path. */
    public JavaProcess sdk(Path run, Duration limit, List<String> flags, Class<?> main, Object... arguments) {
        return start(run, limit, flags, layout.sdkClassPath(), main, arguments);
    }

    /** CPU seconds of all forked processes that have ended. */
    public double endedCpuSeconds() {
        return ProcFs.endedChildrenCpuSeconds();
    }

    private JavaProcess start(
            Path run, Duration limit, List<String> flags, String classPath, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(layout.java().toString());
        command.addAll(JVM_FLAGS);
        command.add("-Djava.io.tmpdir=" + run);
        command.addAll(flags);
        Collections.addAll(command, "-cp", classPath, main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path log = run.resolve("stderr.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(run.toFile()).redirectError(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> LISTENED_TO.stream().anyMatch(name::startsWith));
        try {
            long begin = System.nanoTime();
            return new JavaProcess(builder.start(), begin, log, limit);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + layout.java(), e);
        }
    }
}
