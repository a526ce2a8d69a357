package dev.narrative.console.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, kept as a file in the user's cache. The driver would write it anew at each start and compare
 * it byte for byte with the jar's, which is a good part of what a short command takes.
 */
final class SqliteLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    /**
     * Loads the library from the user's cache. Where that can't be, the driver does what it always does.
     *
     * @return whether it is loaded
     */
    static synchronized boolean load() {
        if (System.getProperty(PATH) != null) {
            return true;
        }
        try {
            Path library = kept(cache(System.getenv()));
            if (library == null) {
                return false;
            }
            System.load(library.toString());
            System.setProperty(NAME, String.valueOf(library.getFileName()));
            System.setProperty(PATH, String.valueOf(library.getParent()));
            return true;
        } catch (IOException | UnsatisfiedLinkError e) {
            // no room, no home, or a disk from which no code is loaded: the driver tells if it can't either
            return false;
        }
    }

    /** Where the launcher keeps its archive of classes, too. */
    static Path cache(Map<String, String> environment) {
        String chosen = environment.getOrDefault("NARRATIVE_CACHE", "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path parent = caches.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
        return parent.resolve("narrative");
    }

    /**
     * The file with what the driver's jar has, written where it is missing or another one.
     *
     * @return {@code null} where no jar has the library, or the directory is somebody else's, who could put anything there
     */
    static @Nullable Path kept(Path cache) throws IOException {
        Path jar = jar();
        Path directory = Files.createDirectories(cache.toAbsolutePath());
        if (jar == null || !Files.getOwner(directory).getName().equals(System.getProperty("user.name"))) {
            return null;
        }
        String folder = LibraryLoaderUtil.getNativeLibResourcePath();
        String file = LibraryLoaderUtil.getNativeLibName();
        try (ZipFile opened = new ZipFile(jar.toFile())) {
            ZipEntry entry = opened.getEntry(folder.substring(1) + "/" + file);
            if (entry == null) {
                return null;
            }
            // Hosts of several kinds may share a home.
            String kind = folder.substring(folder.indexOf("/native/") + "/native/".length());
            Path library = directory.resolve(kind.replace('/', '-') + "-" + file);
            if (!isThere(library, entry)) {
                write(opened.getInputStream(entry), library);
            }
            return library;
        }
    }

    private static @Nullable Path jar() throws IOException {
        CodeSource source = JDBC.class.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            return place != null && Files.isRegularFile(place) ? place : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("the driver's place has no path", e);
        }
    }

    private static boolean isThere(Path library, ZipEntry entry) throws IOException {
        if (!Files.isRegularFile(library) || Files.size(library) != entry.getSize()) {
            return false;
        }
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(library));
        return checksum.getValue() == entry.getCrc();
    }

    /** In one step: another process may be about to load it. */
    private static void write(InputStream content, Path library) throws IOException {
        Path part = library.resolveSibling(
                library.getFileName() + "." + ProcessHandle.current().pid());
        try (content) {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
