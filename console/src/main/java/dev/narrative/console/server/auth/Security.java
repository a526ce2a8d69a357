package dev.narrative.console.server.auth;

import java.time.Clock;

/** The parts that know who may do what, made once for a server. */
public record Security(Authenticator authenticator, LoginPages pages, ForeignPages foreignPages) {
    /**
     * @param open whether everybody on this machine may do everything
     * @param hostNames names under which the console is called, besides {@code localhost}
     */
    public static Security of(boolean open, TokenStore tokens, Iterable<String> hostNames, Clock clock) {
        Logins logins = new Logins(tokens, clock);
        Authenticator authenticator = new Authenticator(open, tokens, logins, new FailedAttempts(clock));
        return new Security(authenticator, new LoginPages(authenticator, logins), new ForeignPages(hostNames));
    }
}
