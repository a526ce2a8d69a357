package dev.narrative.console.index;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The directory of an index: readable by its owner only, since the index holds words of what was traced. */
public record IndexDirectory(Path path) {
    private static final String NAME = ".console";

    /** The directory that is used where none is named: within that of the first journal. */
    public static IndexDirectory within(List<Path> journals) {
        Path journal = journals.get(0).toAbsolutePath().normalize();
        Path parent = journal.getParent();
        if (parent == null || !Files.isRegularFile(journal)) {
            return new IndexDirectory(journal.resolve(NAME));
        }
        return new IndexDirectory(parent.resolve(NAME));
    }

    public void create() throws IOException {
        Path absolute = path.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent != null) {
            create(parent);
        }
        create(absolute, readableByOwner());
    }

    /** Another console may make it at this moment; a link to a directory is as good as a directory. */
    private static void create(Path directory, FileAttribute<?>... attributes) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes);
        }
    }

    public Path database() {
        return path.resolve("index.db");
    }

    Path lock() {
        return path.resolve("index.lock");
    }

    /** Is there while a rebuild is not done. */
    Path unfinished() {
        return path.resolve("rebuild.unfinished");
    }

    /** Where an index is built to compare with. */
    Path comparison() {
        return path.resolve("verify.db");
    }

    private static FileAttribute<?>[] readableByOwner() {
        return File.separatorChar == '/'
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
