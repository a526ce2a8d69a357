package dev.narrative.console.server.auth;

import dev.narrative.console.server.http.Role;

/**
 * A token as it is kept: without its secret.
 *
 * @param hash SHA-256 of the secret, in hex
 * @param createdMillis since the epoch, as the expiry is
 * @param expiresMillis {@code Long.MAX_VALUE} for never
 */
public record Token(String id, String name, Role role, String hash, long createdMillis, long expiresMillis) {
    public boolean isExpired(long nowMillis) {
        return nowMillis >= expiresMillis;
    }
}
