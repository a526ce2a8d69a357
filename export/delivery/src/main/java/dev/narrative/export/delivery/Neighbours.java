package dev.narrative.export.delivery;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The spools of other processes for the same destination, as they were when they were last looked at. */
final class Neighbours {
    private final Path destination;
    private final TreeMap<SpoolName, Path> files = new TreeMap<>();
    private final Map<SpoolName, Long> sizes = new HashMap<>();
    private long bytes;

    Neighbours(Path destination) {
        this.destination = destination;
    }

    /**
     * Looks at them, and owns those of processes that are gone.
     *
     * @param own this process's directory, {@code null} when it has none yet
     */
    List<ProcessDirectory> look(@Nullable Path own) throws IOException {
        files.clear();
        sizes.clear();
        bytes = 0;
        List<ProcessDirectory> dead = new ArrayList<>();
        for (Path directory : ProcessDirectory.all(destination)) {
            if (directory.equals(own)) {
                continue;
            }
            ProcessDirectory owned = own(directory);
            if (owned == null) {
                list(directory);
            } else {
                dead.add(owned);
            }
        }
        return dead;
    }

    private static @Nullable ProcessDirectory own(Path directory) {
        try {
            return ProcessDirectory.own(directory);
        } catch (IOException notOurs) {
            return null; // another user's, or a file system without locks
        }
    }

    long bytes() {
        return bytes;
    }

    Map.@Nullable Entry<SpoolName, Path> oldest() {
        return files.firstEntry();
    }

    /** Makes room; false when the request was gone already. */
    boolean dropOldest() {
        Map.Entry<SpoolName, Path> oldest = files.pollFirstEntry();
        if (oldest == null) {
            return false;
        }
        bytes -= sizes.getOrDefault(oldest.getKey(), 0L);
        try {
            return Files.deleteIfExists(oldest.getValue());
        } catch (IOException notOurs) {
            return false;
        }
    }

    private void list(Path directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*" + SpoolName.WAITING)) {
            for (Path entry : entries) {
                SpoolName name = SpoolName.parse(entry.getFileName().toString());
                if (name != null) {
                    long size = Files.size(entry);
                    files.put(name, entry);
                    sizes.put(name, size);
                    bytes += size;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // gone meanwhile, or another user's
        }
    }
}
