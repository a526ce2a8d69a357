package dev.narrative.console.cli;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.console.journal.WaitingRequests;
import dev.narrative.console.server.ConsoleServer;
import dev.narrative.console.server.ServerOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "console",
        description = "Runs the console until it is interrupted: receives OTLP, follows the journals, answers by HTTP.")
final class ConsoleCommand implements Callable<Integer> {
    private static final int OTLP_PORT = 4318;

    /** Not an option: a list of processes shows those. */
    private static final String LANGFUSE_SECRET = "NARRATIVE_LANGFUSE_WEBHOOK_SECRET";

    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final PriceOptions prices = new PriceOptions();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: 127.0.0.1; any but this machine's own asks for tokens.")
    private String host = "127.0.0.1";

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "The port to listen on, 0 for any. Default: 4318, or the next that is free.")
    private @Nullable Integer port;

    @Option(names = "--auth", description = "Asks for tokens on this machine, too.")
    private boolean auth;

    @Option(
            names = "--host-name",
            paramLabel = "NAME",
            description = "A name under which the console is called, as behind a proxy; may be given several times.")
    private @Nullable List<String> hostNames;

    ConsoleCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path received = received();
        ServerOptions options = new ServerOptions(
                host,
                port == null ? OTLP_PORT : port,
                port == null,
                auth,
                hostNames == null ? List.of() : hostNames,
                received,
                ArtifactCopies.beside(index.journal().places(shell)),
                WaitingRequests.beside(index.journal().places(shell)),
                new HeldTraces(index.journal().places(shell)),
                directory().path(),
                shell.environment().get(LANGFUSE_SECRET),
                prices.read(shell).table());
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (ConsoleServer server = ConsoleServer.start(options, () -> index.open(shell), shell.clock())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(interrupted, closed), "narrative-shutdown"));
            if (port == null && server.port() != OTLP_PORT) {
                shell.hint("port " + OTLP_PORT + " is taken; what sends to it does not reach this console");
            }
            shell.out().println("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
            shell.out().flush();
            shell.hint("received spans are written to " + received + "; Ctrl-C ends");
            interrupted.await();
        } finally {
            closed.countDown();
        }
        return ExitCodes.OK;
    }

    /** The process ends when what was received is closed. */
    private static void end(CountDownLatch interrupted, CountDownLatch closed) {
        interrupted.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IndexDirectory directory() throws IOException {
        IndexDirectory directory = index.directory(shell);
        directory.create();
        return directory;
    }

    /** The first journal that is a directory, or becomes one. */
    private Path received() throws IOException {
        for (Path place : index.journal().places(shell)) {
            if (!Files.isRegularFile(place)) {
                Path directory = place.toAbsolutePath().normalize();
                if (!Files.isDirectory(directory)) {
                    Files.createDirectories(directory, ownersAlone());
                }
                return directory;
            }
        }
        throw new CommandFailure(
                ExitCodes.USAGE, "received spans need a directory; name a journal's directory with --journal");
    }

    private static FileAttribute<?>[] ownersAlone() {
        return File.separatorChar == '/'
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
