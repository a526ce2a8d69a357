package dev.narrative.console.hold;

import dev.narrative.console.analysis.TraceArtifact;
import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalSpan;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The artifacts of held traces: copies of the copies that agents keep and sweep.
 *
 * @param path where they lie
 * @param sources where they are looked for
 */
record HeldArtifacts(Path path, ArtifactCopies sources) {
    /** Keeps the artifacts of these spans that are still there. */
    void keep(Collection<JournalSpan> spans) throws IOException {
        for (String stored : stored(spans)) {
            Optional<Path> source = sources.find(stored);
            if (source.isPresent() && Files.notExists(path.resolve(stored))) {
                copy(source.get(), path.resolve(stored));
            }
        }
    }

    /** Deletes the artifacts that none of these spans has. */
    void keepOnly(Collection<JournalSpan> spans) throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        Set<String> kept = stored(spans);
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(path)) {
            for (Path copy : copies) {
                if (!kept.contains(copy.getFileName().toString())) {
                    Files.delete(copy);
                }
            }
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        JournalFiles.recreate(part);
        try {
            Files.write(part, Files.readAllBytes(source));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException swept) {
            // a moment ago
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Set<String> stored(Collection<JournalSpan> spans) {
        return TraceArtifact.of(List.copyOf(spans)).stream()
                .map(TraceArtifact::stored)
                .flatMap(stored -> Optional.ofNullable(stored).stream())
                .collect(Collectors.toSet());
    }
}
