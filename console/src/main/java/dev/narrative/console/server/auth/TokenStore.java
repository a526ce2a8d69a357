package dev.narrative.console.server.auth;

import dev.narrative.console.server.http.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a console. Commands change them while a server runs: the file is looked at for each request, and read
 * again when it is another one. Thread-safe.
 */
public final class TokenStore {
    private static final String NO_HASH = TokenSecret.sha256("");

    private final TokenFile file;
    private final Path lock;
    private final Clock clock;

    private List<Token> known = List.of();
    private @Nullable Stamp stamp;

    /** What tells one version of the file from the next. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {}

    /** A token that was made; its secret is told this once. */
    public record Created(Token token, TokenSecret secret) {}

    /** The tokens in a console's data directory. */
    public TokenStore(Path directory, Clock clock) {
        file = new TokenFile(directory.resolve("tokens.jsonl"));
        lock = directory.resolve("tokens.lock");
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param lifetime how long it is good; {@code null} for ever
     */
    public Created create(String name, Role role, @Nullable Duration lifetime) {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a token's name must have 1 to 100 characters");
        }
        TokenSecret secret = TokenSecret.random();
        long now = clock.millis();
        long expires = lifetime == null ? Long.MAX_VALUE : Math.addExact(now, lifetime.toMillis());
        Token token = new Token(secret.id(), name.strip(), role, secret.hash(), now, expires);
        change(tokens -> tokens.add(token));
        return new Created(token, secret);
    }

    /** Takes a token back; false when there is none with this id. */
    public boolean revoke(String id) {
        boolean[] found = {false};
        change(tokens -> found[0] = tokens.removeIf(token -> token.id().equals(id)));
        return found[0];
    }

    public synchronized List<Token> list() {
        try {
            Stamp now = stamp();
            if (now == null) {
                known = List.of();
            } else if (!now.equals(stamp)) {
                known = List.copyOf(file.read());
            }
            stamp = now;
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("the tokens in " + file.path() + " can't be read", e);
        }
    }

    /** The token of this id, while it is good. */
    Optional<Token> active(String id) {
        long now = clock.millis();
        return list().stream()
                .filter(token -> token.id().equals(id) && !token.isExpired(now))
                .findFirst();
    }

    /** The token that a caller shows, as long as it is good. */
    Optional<Token> find(String shown) {
        TokenSecret secret = TokenSecret.parse(shown);
        Optional<Token> token = secret == null ? Optional.empty() : active(secret.id());
        // An id that is none takes as long as a wrong secret.
        String hash = secret == null ? NO_HASH : secret.hash();
        boolean same = TokenSecret.isSame(hash, token.map(Token::hash).orElse(NO_HASH));
        return same ? token : Optional.empty();
    }

    private interface Change {
        void apply(List<Token> tokens);
    }

    private synchronized void change(Change change) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            List<Token> tokens = new ArrayList<>(file.read());
            change.apply(tokens);
            if (held.isValid()) {
                file.write(tokens);
            }
            stamp = null;
        } catch (IOException e) {
            throw new UncheckedIOException("the tokens in " + file.path() + " can't be written", e);
        }
    }

    private @Nullable Stamp stamp() throws IOException {
        if (!Files.exists(file.path())) {
            return null;
        }
        var attributes = Files.readAttributes(file.path(), java.nio.file.attribute.BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
}
