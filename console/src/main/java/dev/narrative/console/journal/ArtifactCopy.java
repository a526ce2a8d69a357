package dev.narrative.console.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The copy of an artifact, or what a killed process left of one.
 *
 * @param modifiedMillis when an agent wrote it, or noted the same content again
 */
public record ArtifactCopy(Path path, long size, long modifiedMillis) {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}(\\.masked)?(\\.\\d+\\.part)?");

    /** The copies beside a journal, the oldest first; files with other names are none, and no links are followed. */
    public static List<ArtifactCopy> of(Path journal) throws IOException {
        List<ArtifactCopy> copies = new ArrayList<>();
        Path directory = ArtifactCopies.within(journal);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return copies;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (NAME.matcher(file.getFileName().toString()).matches()) {
                    add(file, copies);
                }
            }
        }
        copies.sort(Comparator.comparingLong(ArtifactCopy::modifiedMillis).thenComparing(ArtifactCopy::path));
        return copies;
    }

    private static void add(Path file, List<ArtifactCopy> target) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                target.add(new ArtifactCopy(
                        file, attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
        } catch (NoSuchFileException swept) {
            // by an agent
        }
    }
}
