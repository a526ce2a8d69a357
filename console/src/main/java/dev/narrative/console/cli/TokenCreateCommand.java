package dev.narrative.console.cli;

import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.server.auth.TokenStore;
import dev.narrative.console.server.http.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Makes a token and prints it, this once.")
final class TokenCreateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "viewer reads; editor also judges and records; ingest only sends spans; admin does all.")
    private String role = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Whose it is, or what it is for. Default: the role.")
    private @Nullable String name;

    @Option(names = "--expires", paramLabel = "TIME", description = "How long it is good: 12h, 90d. Default: for ever.")
    private @Nullable String expires;

    TokenCreateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        IndexDirectory directory = index.directory(shell);
        directory.create();
        Role chosen = Role.parse(role);
        String called = name == null ? chosen.word() : name;
        Duration lifetime = expires == null ? null : Duration.ofNanos(TimeText.durationNanos(expires));
        TokenStore.Created created = new TokenStore(directory.path(), shell.clock()).create(called, chosen, lifetime);
        CommandAudit.changed(directory.path(), "token create " + created.token().id() + " " + chosen.word(), shell);
        shell.out().println(created.secret());
        shell.hint("keep it: it is not shown again, only its hash is stored");
        return ExitCodes.OK;
    }
}
