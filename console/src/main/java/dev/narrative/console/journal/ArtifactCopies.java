package dev.narrative.console.journal;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The copies of artifacts that agents keep beside their journals: files named by a hash, in {@code artifacts}. Those of
 * held traces are looked for, too.
 *
 * @param directories where copies may lie
 */
public record ArtifactCopies(List<Path> directories) {
    private static final String DIRECTORY = "artifacts";

    /** What the agent names them; a span that names anything else is after another file. */
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}(\\.masked)?");

    public ArtifactCopies {
        directories = List.copyOf(directories);
    }

    /** The copies of these journals, each a directory, a day of it, or a file of a day. */
    public static ArtifactCopies beside(List<Path> journals) {
        List<Path> directories = new ArrayList<>();
        for (Path journal : journals) {
            Path place = journal.toAbsolutePath().normalize();
            for (int up = 0; place != null && up < 3; up++) {
                directories.add(within(place));
                directories.add(within(HeldPlace.of(place)));
                place = place.getParent();
            }
        }
        return new ArtifactCopies(directories.stream().distinct().toList());
    }

    /** Where the copies lie in a journal's directory. */
    public static Path within(Path journal) {
        return journal.resolve(DIRECTORY);
    }

    /** The copy of that name. */
    public Optional<Path> find(String stored) {
        if (!NAME.matcher(stored).matches()) {
            return Optional.empty();
        }
        return directories.stream()
                .map(directory -> directory.resolve(stored))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }
}
