package dev.narrative.testing.llm;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of {@code testing/applications}, with its libraries and none of the tests' own. */
record Application(String name, Path jdk, String main, List<Path> classPath) {
    Application {
        classPath = List.copyOf(classPath);
    }

    /**
     * An application on a JDK.
     *
     * @param main the main class
     * @param module the folder that holds the libraries
     * @param others folders whose classes alone are needed
     */
    static Application of(Path jdk, String main, String module, String... others) {
        List<Path> classPath = new ArrayList<>();
        classPath.add(target(module).resolve("classes"));
        for (String other : others) {
            classPath.add(target(other).resolve("classes"));
        }
        try (Stream<Path> jars = Files.list(target(module).resolve("lib"))) {
            jars.filter(jar ->
                            others.length == 0 || !jar.getFileName().toString().startsWith("narrative-"))
                    .forEach(classPath::add);
        } catch (IOException e) {
            throw new UncheckedIOException("package testing/applications/" + module + " first", e);
        }
        return new Application(module, jdk, main, classPath);
    }

    /** Not yet with the agent. */
    ForkedJvmBuilder jvm() {
        return ForkedJvm.builder()
                .javaHome(jdk)
                .classpath(classPath.toArray(Path[]::new))
                .mainClass(main);
    }

    private static Path target(String module) {
        return Installation.root()
                .resolve("testing/applications")
                .resolve(module)
                .resolve("target");
    }

    @Override
    public String toString() {
        return name + " on " + jdk;
    }
}
