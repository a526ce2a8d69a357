package dev.narrative.console.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.console.server.http.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path data;

    @Test
    void findsTokens_byTheirSecretAlone() {
        TokenStore store = at(NOW);
        TokenStore.Created created = store.create("ci", Role.EDITOR, null);
        String secret = created.secret().toString();
        assertThat(store.find(secret)).hasValue(created.token());
        assertThat(store.find(secret + "x")).isEmpty();
        assertThat(store.find(secret.substring(0, secret.length() - 1))).isEmpty();
        assertThat(store.find("nrt_" + created.token().id() + "_")).isEmpty();
        assertThat(store.find("")).isEmpty();
        assertThat(store.find(created.token().hash())).isEmpty();
    }

    @Test
    void forgetsTokens_thatAreOver() {
        String secret =
                at(NOW).create("ci", Role.VIEWER, Duration.ofHours(1)).secret().toString();
        assertThat(at(NOW.plusSeconds(3_599)).find(secret)).isPresent();
        assertThat(at(NOW.plusSeconds(3_600)).find(secret)).isEmpty();
    }

    @Test
    void seesWhatAnotherProcessChanges() {
        TokenStore server = at(NOW);
        assertThat(server.list()).isEmpty();
        TokenStore.Created created = at(NOW).create("ci", Role.VIEWER, null);
        assertThat(server.find(created.secret().toString())).isPresent();
        at(NOW).create("second", Role.VIEWER, null);
        assertThat(server.list()).hasSize(2);
        assertThat(at(NOW).revoke(created.token().id())).isTrue();
        assertThat(server.find(created.secret().toString())).isEmpty();
    }

    @Test
    void passesOver_linesOfAnotherVersion() throws IOException {
        TokenStore store = at(NOW);
        store.create("ci", Role.VIEWER, null);
        Files.writeString(
                data.resolve("tokens.jsonl"),
                "{\"id\":\"x\",\"hash\":\"y\",\"role\":\"emperor\"}\nnonsense\n",
                StandardOpenOption.APPEND);
        assertThat(at(NOW).list()).hasSize(1);
    }

    @Test
    void refusesNames_thatAreNone() {
        assertThatThrownBy(() -> at(NOW).create(" ", Role.VIEWER, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private TokenStore at(Instant now) {
        return new TokenStore(data, Clock.fixed(now, ZoneOffset.UTC));
    }
}
