package dev.narrative.console.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long a command takes from the start of its process to its end; each time a process of its own. */
record ColdStart(List<String> command) {
    private static final int RUNS = 11;

    ColdStart {
        command = List.copyOf(command);
    }

    static ColdStart ofJar(Path jar) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ColdStart(List.of(java, "-jar", jar.toString()));
    }

    /** The median in milliseconds; a first run, which makes the index and what else is kept, does not count. */
    double traceListMillis(Path journal) throws IOException, InterruptedException {
        run(journal);
        double[] millis = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            run(journal);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }

    private void run(Path journal) throws IOException, InterruptedException {
        List<String> whole = Stream.concat(
                        command.stream(), Stream.of("trace", "list", "--journal", journal.toString()))
                .toList();
        Process process = new ProcessBuilder(whole)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", whole) + " failed");
        }
    }
}
