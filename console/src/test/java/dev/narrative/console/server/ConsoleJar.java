package dev.narrative.console.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real jar, running as a console with a heap of 512 MB. */
final class ConsoleJar implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("narrative.root"), "console/target/narrative.jar");

    private final Process process;
    private final Path out;
    private final Path err;

    private ConsoleJar(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts one on any port.
     *
     * @param out the file that its output goes to; its errors go beside it
     */
    static ConsoleJar start(Path journal, Path out) throws IOException {
        Path err = Path.of(out + ".err");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        JAR.toString(),
                        "console",
                        "--port",
                        "0",
                        "--journal",
                        journal.toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new ConsoleJar(process, out, err);
    }

    /** Its address, when it answers. */
    String url() {
        return RunningConsole.await("URL of the console", () -> {
            String text = text(out);
            return text.endsWith("\n") ? Optional.of(text.strip()) : Optional.empty();
        });
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String errors() {
        return text(err);
    }

    /** Kills it, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
