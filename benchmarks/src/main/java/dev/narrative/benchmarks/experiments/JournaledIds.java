package dev.narrative.benchmarks.experiments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids of the spans that a journal holds as ended. */
final class JournaledIds {
    private static final Pattern ID = Pattern.compile("\"spanId\":\"([0-9a-f]{16})\"");

    private JournaledIds() {}

    static Set<Long> in(Path journal) {
        Set<Long> ids = new HashSet<>();
        try (Stream<Path> files = Files.walk(journal)) {
            List<Path> journals = files.filter(file -> file.toString().endsWith(".jsonl")
                            && !file.toString().endsWith(".open.jsonl"))
                    .toList();
            for (Path file : journals) {
                read(file, ids);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static void read(Path file, Set<Long> ids) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = ID.matcher(line);
                while (matcher.find()) {
                    ids.add(Long.parseUnsignedLong(matcher.group(1), 16));
                }
            }
        }
    }
}
