package dev.narrative.console.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real jar over a journal of a test's. */
final class ConsoleProcess implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("narrative.root"), "console/target/narrative.jar");

    private final Process process;
    private final String origin;
    private final HttpClient client = HttpClient.newHttpClient();

    private ConsoleProcess(Process process, String origin) {
        this.process = process;
        this.origin = origin;
    }

    /** @param port 0 for any */
    static ConsoleProcess start(Path journal, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        JAR.toString(),
                        "console",
                        "--journal",
                        journal.toString(),
                        "--port",
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String origin = lines.readLine();
        if (origin == null) {
            throw new IOException("the console did not start");
        }
        return new ConsoleProcess(process, origin);
    }

    String origin() {
        return origin;
    }

    int port() {
        return URI.create(origin).getPort();
    }

    /** Hands in spans; they are on disk after it. */
    void receive(String otlpJson) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/v1/traces"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(otlpJson))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Asks again and again, a minute at most, until a path's answer has this text. */
    void awaitAnswer(String path, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path)).build();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        String answer = "";
        while (!answer.contains(text)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("there was no '" + text + "' in " + path + ", but " + answer);
            }
            LockSupport.parkNanos(20_000_000);
            answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
