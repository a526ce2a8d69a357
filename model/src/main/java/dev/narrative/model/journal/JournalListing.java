package dev.narrative.model.journal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the files of journals, in the order of their names; whatever else lies there is passed by. */
public final class JournalListing {
    /** A journal's directory, its days, their files. */
    private static final int MAX_DEPTH = 2;

    private final List<JournalProblem> problems = new ArrayList<>();
    private final List<Path> journals = new ArrayList<>();
    private final List<Path> snapshots = new ArrayList<>();

    /** Files with ended spans. */
    public List<Path> journals() {
        return List.copyOf(journals);
    }

    /** Files with open spans. */
    public List<Path> snapshots() {
        return List.copyOf(snapshots);
    }

    /** What could not be listed. */
    public List<JournalProblem> problems() {
        return List.copyOf(problems);
    }

    /** Adds a journal's directory, a day of it, or a file of any name. */
    public void add(Path place) {
        if (Files.isDirectory(place)) {
            addDirectory(place, MAX_DEPTH);
        } else if (Files.exists(place)) {
            addFile(place);
        } else {
            problems.add(new JournalProblem(
                    place,
                    0,
                    "there is no such file or directory; has anything been traced yet, and is this the"
                            + " directory of narrative.journal.dir?"));
        }
    }

    static String unreadable(Exception e) {
        return "can't be read (" + e.getClass().getSimpleName() + ": " + e.getMessage() + "); check its permissions";
    }

    private void addDirectory(Path directory, int depth) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path entry : stream) {
                entries.add(entry);
            }
        } catch (IOException | DirectoryIteratorException e) {
            problems.add(new JournalProblem(directory, 0, unreadable(e)));
        }
        Collections.sort(entries);
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
    }

    private void addFile(Path file) {
        boolean snapshot = file.toString().endsWith(JournalFileName.SNAPSHOT_SUFFIX);
        (snapshot ? snapshots : journals).add(file);
    }
}
