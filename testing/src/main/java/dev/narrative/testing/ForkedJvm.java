package dev.narrative.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM that runs beside the test. Closing kills it, and so does the end of this JVM: nothing is left behind. */
public final class ForkedJvm implements AutoCloseable {
    private static final long OUTPUT_MILLIS = 2_000;

    private final Process process;
    private final long startNanos;
    private final OutputLines stdout;
    private final OutputLines stderr;

    ForkedJvm(ProcessBuilder command) throws IOException {
        this.startNanos = System.nanoTime();
        this.process = command.start();
        Children.watch(process);
        this.stdout = new OutputLines("stdout of " + process.pid(), process.getInputStream());
        this.stderr = new OutputLines("stderr of " + process.pid(), process.getErrorStream());
    }

    public static ForkedJvmBuilder builder() {
        return new ForkedJvmBuilder();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written so far. */
    public List<String> stdout() {
        return stdout.all();
    }

    /** What it has written so far. */
    public List<String> stderr() {
        return stderr.all();
    }

    /**
     * Waits for the first line, on stdout or stderr, that begins like this.
     *
     * @throws AssertionError when it does not come within the time or the process ends without it
     */
    public String awaitLine(String beginning, Duration timeout) {
        return Poll.until("the line \"" + beginning + "…\" of process " + pid(), timeout, () -> {
            boolean ended = !process.isAlive();
            Optional<String> line = Stream.of(stdout(), stderr())
                    .flatMap(List::stream)
                    .filter(candidate -> candidate.startsWith(beginning))
                    .findFirst();
            if (ended && line.isEmpty()) {
                throw new AssertionError("ended without the line \"" + beginning + "…\"\n" + await(timeout));
            }
            return line;
        });
    }

    /** The port in the line {@code listening <name> <port>}. */
    public int awaitPort(String name, Duration timeout) {
        String prefix = "listening " + name + " ";
        return Integer.parseInt(awaitLine(prefix, timeout).substring(prefix.length()));
    }

    /** Ends it as an operator does, by SIGTERM; shutdown hooks run. It is killed when that takes too long. */
    public JvmResult stop(Duration timeout) {
        // By the handle: Process.destroy() closes the streams, and what a shutdown hook says would be lost.
        process.toHandle().destroy();
        return await(timeout);
    }

    /** Ends it as a crash does, by SIGKILL; nothing of it runs any more. */
    public JvmResult kill9() {
        process.toHandle().destroyForcibly();
        return await(Duration.ofSeconds(10));
    }

    /** Waits for its end. */
    public JvmResult await(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.toHandle().destroyForcibly();
                process.waitFor();
                throw new AssertionError("killed after " + timeout.toMillis() + " ms\n" + result());
            }
            return result();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while process " + pid() + " ran", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private JvmResult result() throws InterruptedException {
        long wallMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
        return new JvmResult(
                process.exitValue(), stdout.complete(OUTPUT_MILLIS), stderr.complete(OUTPUT_MILLIS), wallMillis);
    }
}
