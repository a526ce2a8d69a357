package dev.narrative.console.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of one or more journals at one moment, in the order of their names.
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

    /** Looks into directories; a place may also be a single day, or a file of any name. */
    public static JournalPlaces of(List<Path> places) {
        PlaceSearch search = new PlaceSearch();
        for (Path place : places) {
            search.add(place.toAbsolutePath().normalize());
        }
        return search.found();
    }
}
