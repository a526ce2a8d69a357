package dev.narrative.console.server.auth;

import dev.narrative.console.server.http.Role;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens as JSON lines, in a file that only its owner can read; it is replaced as a whole. */
final class TokenFile {
    private final Path path;

    TokenFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    List<Token> read() throws IOException {
        List<Token> tokens = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(path)) {
                Token token = token(JsonReader.read(line.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT));
                if (token != null) {
                    tokens.add(token);
                }
            }
        } catch (NoSuchFileException none) {
            // no token yet
        }
        return tokens;
    }

    void write(List<Token> tokens) throws IOException {
        JsonWriter out = new JsonWriter(1_024);
        byte[] newline = {'\n'};
        for (Token token : tokens) {
            out.beginObject();
            out.name("id").value(token.id());
            out.name("name").value(token.name());
            out.name("role").value(token.role().word());
            out.name("hash").value(token.hash());
            out.name("created").value(token.createdMillis());
            if (token.expiresMillis() != Long.MAX_VALUE) {
                out.name("expires").value(token.expiresMillis());
            }
            out.endObject().raw(newline);
        }
        Path part = Path.of(path + "." + ProcessHandle.current().pid() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, readableByOwner());
        Files.writeString(part, out.text());
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static @Nullable Token token(JsonValue json) {
        String id = json.text("id");
        String hash = json.text("hash");
        if (id == null || hash == null) {
            return null;
        }
        try {
            return new Token(
                    id,
                    json.text("name", ""),
                    Role.parse(json.text("role", "")),
                    hash,
                    json.get("created").integer(0),
                    json.get("expires").integer(Long.MAX_VALUE));
        } catch (IllegalArgumentException ofAnotherVersion) {
            return null;
        }
    }

    private static FileAttribute<?>[] readableByOwner() {
        return File.separatorChar == '/'
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
