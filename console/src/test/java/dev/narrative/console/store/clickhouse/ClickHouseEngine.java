package dev.narrative.console.store.clickhouse;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * ClickHouse's engine, which npm brings as {@code chdb}, behind a small HTTP server. It takes half a gigabyte, so it is
 * fetched by {@code make test-clickhouse} alone, and kept among the temporary files; elsewhere the tests that need it are
 * left out.
 */
final class ClickHouseEngine {
    private static final String PACKAGE = "chdb@3.4.0";
    private static final String DATABASE = "otel";
    private static final long INSTALL_MINUTES = 8;
    private static final AtomicInteger TABLES = new AtomicInteger();

    private static @Nullable ClickHouseEngine shared;

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ClickHouseEngine(int port) {
        this.port = port;
        ask("default", "CREATE DATABASE IF NOT EXISTS " + DATABASE);
    }

    static synchronized ClickHouseEngine shared() {
        assumeTrue(Boolean.getBoolean("narrative.clickhouse"), "make test-clickhouse runs this on ClickHouse's engine");
        ClickHouseEngine started = shared;
        if (started == null) {
            try {
                started = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            shared = started;
        }
        return started;
    }

    /** The name of a table that nobody has used. */
    static String newTable() {
        return "otel_traces" + TABLES.incrementAndGet();
    }

    String address(String table) {
        return "clickhouse:http://127.0.0.1:" + port + "/" + DATABASE + "?table=" + table;
    }

    void run(String sql) {
        ask(DATABASE, sql);
    }

    private void ask(String database, String sql) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/?database=" + database))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ClickHouseEngine start() throws IOException, InterruptedException {
        Path directory = installed();
        Path script = directory.resolve("server.mjs");
        try (InputStream in = ClickHouseEngine.class.getResourceAsStream("server.mjs")) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Process node = new ProcessBuilder("node", script.toString())
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroyForcibly));
        BufferedReader out = node.inputReader(StandardCharsets.UTF_8);
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the engine does not start");
        }
        return new ClickHouseEngine(Integer.parseInt(port));
    }

    private static Path installed() throws IOException, InterruptedException {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"), "narrative-" + PACKAGE.replace('@', '-'));
        Path done = directory.resolve("done");
        if (Files.exists(done)) {
            return directory;
        }
        Files.createDirectories(directory);
        Path log = directory.resolve("npm.log");
        try {
            Process npm = new ProcessBuilder(List.of(
                            "npm", "install", "--prefix", directory.toString(), "--no-audit", "--no-fund", PACKAGE))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroyForcibly();
                abort("npm could not install " + PACKAGE + ": " + Files.readString(log));
            }
        } catch (IOException missing) {
            abort("ClickHouse's engine comes with npm, which is not on the PATH");
        }
        Files.createFile(done);
        return directory;
    }
}
