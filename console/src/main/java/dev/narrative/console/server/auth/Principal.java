package dev.narrative.console.server.auth;

import dev.narrative.console.server.http.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param id the token's id; {@code local} for everybody on this machine where no token is asked for
 * @param name the token's name
 * @param csrf what a request that changes something must repeat; {@code null} where no browser adds the proof of who it
 *     is by itself
 */
public record Principal(
        String id, String name, Role role, @Nullable String csrf) {
    static final Principal LOCAL = new Principal("local", "local", Role.ADMIN, null);
}
