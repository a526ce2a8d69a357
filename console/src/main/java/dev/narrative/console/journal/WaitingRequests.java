package dev.narrative.console.journal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What agents could not hand over to a destination and keep beside their journals: in a directory for each destination
 * one for each process, in that the requests, named by when they were made. While a destination takes what it is sent,
 * there are none.
 *
 * @param spools the directories where they wait
 */
public record WaitingRequests(List<Path> spools) {
    private static final String DIRECTORY = "spool";
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-\\d+-\\d+-\\d+\\.(request|sending)");

    public WaitingRequests {
        spools = List.copyOf(spools);
    }

    /** Those of the agents that write these journals. */
    public static WaitingRequests beside(List<Path> journals) {
        return new WaitingRequests(journals.stream()
                .map(journal -> journal.toAbsolutePath().normalize().resolve(DIRECTORY))
                .distinct()
                .toList());
    }

    /** For how long the oldest has been waiting, in milliseconds; 0 where none does. */
    public long oldestMillis(long nowMillis) {
        long oldest = nowMillis;
        List<Path> level = spools;
        for (int depth = 0; depth < 3; depth++) {
            List<Path> below = new ArrayList<>();
            for (Path directory : level) {
                below.addAll(list(directory));
            }
            level = below;
        }
        for (Path file : level) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                oldest = Math.min(oldest, Long.parseLong(name.group(1)));
            }
        }
        return nowMillis - oldest;
    }

    /** What is in a directory; nothing where that has gone, or is a file. */
    private static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException gone) {
            return List.of();
        }
        return found;
    }
}
