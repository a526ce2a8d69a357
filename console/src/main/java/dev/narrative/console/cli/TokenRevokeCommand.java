package dev.narrative.console.cli;

import dev.narrative.console.server.auth.TokenStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Takes a token back, at once.")
final class TokenRevokeCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Parameters(paramLabel = "TOKEN", description = "Its id, as token list shows it.")
    private String id = "";

    TokenRevokeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path data = index.directory(shell).path();
        TokenStore tokens = new TokenStore(data, shell.clock());
        boolean found = tokens.list().stream().anyMatch(token -> token.id().equals(id)) && tokens.revoke(id);
        if (!found) {
            throw new CommandFailure(ExitCodes.NOT_FOUND, "there is no token " + id);
        }
        CommandAudit.changed(data, "token revoke " + id, shell);
        shell.hint("token " + id + " is revoked");
        return ExitCodes.OK;
    }
}
