package dev.narrative.console.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL that tests start; it goes with the JVM. */
public final class PostgresServer implements AutoCloseable {
    static final String USER = "narrator";
    static final String PASSWORD = "op3n-sesame";

    private static final Map<String, String> ENVIRONMENT = Map.of("PGUSER", USER, "PGPASSWORD", PASSWORD);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static @Nullable PostgresServer shared;

    private final Path directory;
    private final Path log;
    private final PostgresPrograms programs;
    private final Path data;
    private final int port;
    private Process process;

    private PostgresServer(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        log = Files.createFile(directory.resolve("log"));
        programs = PostgresPrograms.unpack(Files.createDirectory(directory.resolve("programs")));
        data = programs.ownDirectory(directory.resolve("data"));
        port = freePort();
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        programs.run(
                log,
                "initdb",
                "-D",
                data.toString(),
                "-U",
                USER,
                "--pwfile",
                password.toString(),
                "-A",
                "scram-sha-256",
                "--no-sync",
                "--no-locale",
                "-E",
                "UTF8");
        process = start();
    }

    /** The one that all tests use who do not stop it. */
    public static synchronized PostgresServer shared() {
        PostgresServer running = shared;
        if (running == null) {
            running = started();
            shared = running;
        }
        return running;
    }

    static PostgresServer started() {
        try {
            Path directory = Files.createTempDirectory("narrative-postgres");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            PostgresServer server = new PostgresServer(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, String> environment() {
        return ENVIRONMENT;
    }

    /** The address of a schema that nobody has used. */
    public String newSchema() {
        return url() + "?currentSchema=t" + SCHEMAS.incrementAndGet();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, USER, PASSWORD);
    }

    void stop() {
        run(() -> programs.run(log, "pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop"));
    }

    void startAgain() {
        run(() -> process = start());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try (Stream<Path> all = Files.walk(directory)) {
            process.waitFor(10, TimeUnit.SECONDS);
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            // in the directory of temporary files
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start() throws IOException {
        Process started = programs.command(
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                connect(url()).close();
                return started;
            } catch (SQLException notYet) {
                if (!started.isAlive() || System.nanoTime() - deadline > 0) {
                    started.destroyForcibly();
                    throw new IOException("postgres does not start:\n" + Files.readString(log), notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
