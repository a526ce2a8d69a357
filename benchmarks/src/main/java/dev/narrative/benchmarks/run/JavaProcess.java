package dev.narrative.benchmarks.run;

import dev.narrative.benchmarks.workload.Conversation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A forked JVM that speaks {@link Conversation}. It is killed when it has lived for longer than it was given. */
public final class JavaProcess implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final Process process;
    private final BufferedReader out;
    private final Path log;
    private final Future<?> deadline;
    private final long begin;
    private final Map<String, Double> told = new HashMap<>();

    JavaProcess(Process process, long begin, Path log, Duration limit) {
        this.process = process;
        this.begin = begin;
        this.log = log;
        out = process.inputReader(StandardCharsets.UTF_8);
        deadline = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Reads on until the process tells the name, and gives the value; figures told before are kept. */
    public String await(String name) {
        String wanted = Conversation.PREFIX + name + " ";
        for (String line = readLine(); line != null; line = readLine()) {
            if (line.startsWith(wanted)) {
                return line.substring(wanted.length());
            }
            keep(line);
        }
        throw new IllegalStateException("A process ended before it told \"" + name + "\"; see " + log);
    }

    public void answer(String line) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(line)
                    .append('\n')
                    .flush();
        } catch (IOException e) {
            throw new UncheckedIOException("A process does not listen any more; see " + log, e);
        }
    }

    /** A number that the process has told so far. */
    public double figure(String name) {
        Double value = told.get(name);
        if (value == null) {
            throw new IllegalStateException("A process did not tell \"" + name + "\"; see " + log);
        }
        return value;
    }

    /** Since just before the fork. */
    public double secondsSinceStart() {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** CPU time of all threads so far, to 10 ms, while the process is alive. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    public double peakMegabytes() {
        return ProcFs.peakMegabytes(process.pid());
    }

    /** Reads on until the process ends by itself. */
    public void awaitEnd() {
        for (String line = readLine(); line != null; line = readLine()) {
            keep(line);
        }
        int code = join();
        if (code != 0) {
            throw new IllegalStateException("A process ended with code " + code + "; see " + log);
        }
    }

    /** Asks the process to end, as a user would, and waits until it has. */
    public void stop() {
        process.destroy();
        CompletableFuture.delayedExecutor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(process::destroyForcibly);
        join();
    }

    @Override
    public void close() {
        deadline.cancel(false);
        if (process.isAlive()) {
            process.destroyForcibly();
            join();
        }
    }

    private int join() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void keep(String line) {
        if (line.startsWith(Conversation.PREFIX)) {
            String[] words = line.substring(Conversation.PREFIX.length()).split(" ");
            if (words.length == 2 && !words[1].equals("?")) {
                told.put(words[0], Double.parseDouble(words[1]));
            }
        }
    }

    private @Nullable String readLine() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
