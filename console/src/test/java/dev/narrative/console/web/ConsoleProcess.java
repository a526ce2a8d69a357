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

/** The real jar over a journal of a test's. */
final class ConsoleProcess implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("narrative.root"), "console/target/narrative.jar");

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private ConsoleProcess(Process process, String address) {
        this.process = process;
        this.address = address;
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
        String address = lines.readLine();
        if (address == null) {
            throw new IOException("the console did not start");
        }
        return new ConsoleProcess(process, address);
    }

    String address() {
        return address;
    }

    int port() {
        return URI.create(address).getPort();
    }

    /** Hands in spans; they are on disk after it. */
    void receive(String otlpJson) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/traces"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(otlpJson))
                .build();
        HttpResponse<String> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
