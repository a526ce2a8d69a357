package dev.narrative.model.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A file in a dated directory that bears one of the journal's names; ordered by age.
 *
 * @param journalPath the journal file that it belongs to: itself, or the one that it is a snapshot for
 */
public record StoredFile(Path path, Path journalPath, JournalFileName name, long modifiedMillis, long size)
        implements Comparable<StoredFile> {

    /** Adds the journal's files of one dated directory. */
    static void addAll(Path day, List<StoredFile> files) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(day)) {
            for (Path path : entries) {
                String fileName = path.getFileName().toString();
                if (fileName.endsWith(JournalFileName.SNAPSHOT_SUFFIX + JournalFiles.TEMPORARY_SUFFIX)) {
                    fileName = fileName.substring(0, fileName.length() - JournalFiles.TEMPORARY_SUFFIX.length());
                }
                JournalFileName name = JournalFileName.parse(fileName);
                if (name != null) {
                    add(path, name, files);
                }
            }
        }
    }

    @Override
    public int compareTo(StoredFile other) {
        int byTime = Long.compare(modifiedMillis, other.modifiedMillis);
        return byTime != 0 ? byTime : path.compareTo(other.path);
    }

    private static void add(Path path, JournalFileName name, List<StoredFile> files) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                Path journalPath = path.resolveSibling(name.asJournal().toString());
                long modified = attributes.lastModifiedTime().toMillis();
                files.add(new StoredFile(path, journalPath, name, modified, attributes.size()));
            }
        } catch (NoSuchFileException gone) {
            // another process has swept it
        }
    }
}
