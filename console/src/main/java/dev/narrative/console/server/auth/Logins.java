package dev.narrative.console.server.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The logins of browsers, in memory: who holds the cookie of one acts as the token that it was opened with, for as long
 * as that token is good. Kept under the cookie's hash. Thread-safe.
 */
final class Logins {
    static final Duration LIFETIME = Duration.ofHours(12);
    private static final int MOST = 1_000;

    private final TokenStore tokens;
    private final Clock clock;
    private final Map<String, Login> open = new LinkedHashMap<>();

    /** A login. */
    private record Login(String tokenId, String csrf, long expiresMillis) {}

    Logins(TokenStore tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Opens a login; the cookie's value. */
    synchronized String open(Token token) {
        String cookie = TokenSecret.randomText();
        long now = clock.millis();
        open.values().removeIf(login -> login.expiresMillis() <= now);
        Iterator<String> oldest = open.keySet().iterator();
        while (open.size() >= MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        open.put(
                TokenSecret.sha256(cookie), new Login(token.id(), TokenSecret.randomText(), now + LIFETIME.toMillis()));
        return cookie;
    }

    synchronized void close(String cookie) {
        open.remove(TokenSecret.sha256(cookie));
    }

    Optional<Principal> find(String cookie) {
        Login login;
        synchronized (this) {
            login = open.get(TokenSecret.sha256(cookie));
        }
        if (login == null || login.expiresMillis() <= clock.millis()) {
            return Optional.empty();
        }
        String csrf = login.csrf();
        return tokens.active(login.tokenId()).map(token -> new Principal(token.id(), token.name(), token.role(), csrf));
    }
}
