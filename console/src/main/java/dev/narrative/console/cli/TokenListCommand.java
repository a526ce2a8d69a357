package dev.narrative.console.cli;

import dev.narrative.console.server.auth.Token;
import dev.narrative.console.server.auth.TokenStore;
import dev.narrative.model.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Lists the tokens; their secrets are not stored.")
final class TokenListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    TokenListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        List<Token> tokens = new TokenStore(index.directory(shell).path(), shell.clock()).list();
        listing().write(tokens, "", output.format(shell), shell);
        if (tokens.isEmpty()) {
            shell.hint("there is no token; make one: narrative token create --role viewer");
        }
        return ExitCodes.OK;
    }

    private Listing<Token> listing() {
        return new Listing<>(
                "tokens",
                List.of(
                        Column.flexible("token_id", "TOKEN", Token::id),
                        Column.flexible("role", "ROLE", token -> token.role().word()),
                        Column.flexible("name", "NAME", Token::name),
                        Column.flexible("created", "CREATED", token -> moment(token.createdMillis())),
                        Column.flexible("expires", "EXPIRES", token -> expiry(token))),
                TokenListCommand::json,
                token -> token.isExpired(shell.clock().millis()));
    }

    private static void json(Token token, JsonWriter out) {
        out.beginObject();
        out.name("tokenId").value(token.id());
        out.name("role").value(token.role().word());
        out.name("name").value(token.name());
        out.name("created").value(moment(token.createdMillis()));
        if (!expiry(token).isEmpty()) {
            out.name("expires").value(expiry(token));
        }
        out.endObject();
    }

    private static String expiry(Token token) {
        return token.expiresMillis() == Long.MAX_VALUE ? "" : moment(token.expiresMillis());
    }

    private static String moment(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
