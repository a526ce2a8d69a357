package dev.narrative.console.server.auth;

import dev.narrative.console.server.http.Problem;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who makes a request: by a bearer token, by a login's cookie, or because the console is open on this machine. */
public final class Authenticator {
    static final String COOKIE = "narrative_session";

    private static final String BEARER = "Bearer ";

    private final boolean open;
    private final TokenStore tokens;
    private final Logins logins;
    private final FailedAttempts attempts;

    Authenticator(boolean open, TokenStore tokens, Logins logins, FailedAttempts attempts) {
        this.open = open;
        this.tokens = tokens;
        this.logins = logins;
        this.attempts = attempts;
    }

    /** Whether everybody on this machine may do everything. */
    public boolean isOpen() {
        return open;
    }

    /** Who it is; {@code null} when nothing was shown that proves it. A wrong token is told as such. */
    public @Nullable Principal authenticate(Context ctx) {
        String authorization = ctx.header("Authorization");
        if (authorization != null) {
            return byToken(authorization, ctx.ip());
        }
        String cookie = ctx.cookie(COOKIE);
        Optional<Principal> login = cookie == null ? Optional.empty() : logins.find(cookie);
        if (login.isPresent()) {
            return login.get();
        }
        return open ? Principal.LOCAL : null;
    }

    private Principal byToken(String authorization, String address) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problem.of(401, "Authorization must be 'Bearer <token>'");
        }
        Token token = check(authorization.substring(BEARER.length()).strip(), address);
        return new Principal(token.id(), token.name(), token.role(), null);
    }

    /**
     * The token that was shown; a problem when it is none. A right one is good however many wrong ones came from its
     * address: others may be behind the same one.
     */
    Token check(String shown, String address) {
        Optional<Token> token = tokens.find(shown);
        if (token.isPresent()) {
            return token.get();
        }
        int wait = attempts.failed(address);
        if (wait > 0) {
            throw Problem.tryAgain(429, "too many wrong tokens came from here; wait a minute", wait);
        }
        throw Problem.of(401, "the token is unknown, expired or revoked");
    }
}
