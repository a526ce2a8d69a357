package dev.narrative.export.delivery;

import dev.narrative.core.export.DestinationCounters;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process with a spool of its own. */
final class SpoolProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private SpoolProcess(Path destination, String task, int requests) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpoolProcess.class.getName(),
                        destination.toString(),
                        task,
                        String.valueOf(requests))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** One that has spooled requests and lives on. */
    static SpoolProcess holding(Path destination, int requests) throws IOException {
        SpoolProcess process = new SpoolProcess(destination, "hold", requests);
        if (!"ready".equals(process.output.readLine())) {
            throw new IOException("the other process did not start");
        }
        return process;
    }

    /** One that takes over what it can, tells what it was, and ends. */
    static SpoolProcess adopting(Path destination) throws IOException {
        return new SpoolProcess(destination, "adopt", 0);
    }

    List<String> output() {
        return output.lines().toList();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The other process. */
    public static void main(String[] args) throws Exception {
        SpoolOptions options = new SpoolOptions(Path.of(args[0]), Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
        long pid = ProcessHandle.current().pid();
        Spool spool = new Spool(options, SpoolDisk.REAL, SteadyClock.fromNow(), new DestinationCounters(), pid);
        if (args[1].equals("adopt")) {
            TakeOver.by(spool);
            SpoolTest.drain(spool).forEach(System.out::println);
            spool.close();
            return;
        }
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            spool.write(
                    new Parcel(new SpoolName(FakeClock.START - 1, pid, i, 1), Requests.named("of " + pid + ": " + i)));
        }
        System.out.println("ready");
        System.in.read();
    }
}
