package dev.narrative.console.journal;

import dev.narrative.model.journal.JournalFileName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Looks for journals' files; whatever else lies there is passed by. */
final class PlaceSearch {
    /** A journal's directory, its days, their files. */
    private static final int MAX_DEPTH = 2;

    private final TreeSet<Path> journals = new TreeSet<>();
    private final TreeSet<Path> snapshots = new TreeSet<>();
    private final List<String> unreadable = new ArrayList<>();

    void add(Path place) {
        if (Files.isDirectory(place)) {
            addDirectory(place, MAX_DEPTH);
        } else if (Files.exists(place)) {
            addFile(place);
        }
    }

    JournalPlaces found() {
        return new JournalPlaces(List.copyOf(journals), List.copyOf(snapshots), unreadable);
    }

    private void addDirectory(Path directory, int depth) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry)) {
                    if (depth > 1) {
                        addDirectory(entry, depth - 1);
                    }
                } else if (name.endsWith(JournalFileName.SUFFIX) || name.endsWith(".json")) {
                    addFile(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            unreadable.add(directory + " can't be read (" + e.getClass().getSimpleName() + "); check its permissions");
        }
    }

    private void addFile(Path file) {
        boolean snapshot = file.toString().endsWith(JournalFileName.SNAPSHOT_SUFFIX);
        (snapshot ? snapshots : journals).add(file);
    }
}
