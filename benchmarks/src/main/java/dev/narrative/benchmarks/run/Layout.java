package dev.narrative.benchmarks.run;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where things are on disk.
 *
 * @param classes the workloads' classes
 * @param libraries a folder of jars, which only the web application needs; beside it, {@code lib-sdk} has a model's SDK
 * @param agents the folder with the empty and the OpenTelemetry agent's jars
 * @param narrativeJar the jar that is measured; it need not exist
 * @param runs a folder for logs, rules files and journals of the forked processes
 * @param java the command that starts a JVM
 */
public record Layout(Path classes, Path libraries, Path agents, Path narrativeJar, Path runs, Path java) {

    /** As the build lays it out, found from where this class was loaded. */
    public static Layout ofBuild() {
        Path classes;
        try {
            classes = Path.of(Layout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        Path target = classes.resolveSibling("").toAbsolutePath().normalize();
        return new Layout(
                classes,
                target.resolve("lib"),
                target.resolve("agents"),
                target.resolve("../../agent/target/narrative-agent.jar").normalize(),
                target.resolve("bench-runs"),
                Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    public Layout withNarrativeJar(Path jar) {
        return new Layout(classes, libraries, agents, jar.toAbsolutePath(), runs, java);
    }

    public Layout withJava(Path command) {
        return new Layout(classes, libraries, agents, narrativeJar, runs, command);
    }

    public Path emptyAgentJar() {
        return agents.resolve("empty-agent.jar");
    }

    public Path openTelemetryJar() {
        return agents.resolve("opentelemetry-javaagent.jar");
    }

    /** The class path of a workload that uses nothing but the JDK. */
    String plainClassPath() {
        return classes.toString();
    }

    String fullClassPath() {
        return classes + File.pathSeparator + libraries.resolve("*");
    }

    /** The class path of a workload that speaks to a model, whose SDK the web application does not have. */
    String sdkClassPath() {
        return classes
                + File.pathSeparator
                + libraries.resolveSibling("lib-sdk").resolve("*")
                + File.pathSeparator
                + libraries.resolve("*");
    }
}
