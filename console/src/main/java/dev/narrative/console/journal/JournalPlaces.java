package dev.narrative.console.journal;

import dev.narrative.model.journal.JournalListing;
import dev.narrative.model.journal.JournalProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one or more journals at one moment, each once, in the order of their names.
 *
 * @param journals files with ended spans
 * @param snapshots files with open spans
 * @param unreadable what could not be listed, in words
 */
public record JournalPlaces(List<Path> journals, List<Path> snapshots, List<String> unreadable) {
    public JournalPlaces {
        journals = List.copyOf(journals);
        snapshots = List.copyOf(snapshots);
        unreadable = List.copyOf(unreadable);
    }

    /** Looks into directories; a place may also be a single day, or a file of any name. What is not there is empty. */
    public static JournalPlaces of(List<Path> places) {
        JournalListing listing = new JournalListing();
        for (Path place : places) {
            if (Files.exists(place)) {
                listing.add(place.toAbsolutePath().normalize());
            }
        }
        return new JournalPlaces(
                listing.journals().stream().distinct().sorted().toList(),
                listing.snapshots().stream().distinct().sorted().toList(),
                listing.problems().stream().map(JournalProblem::toString).toList());
    }
}
