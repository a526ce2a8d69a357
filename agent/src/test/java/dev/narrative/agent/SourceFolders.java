package dev.narrative.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folders of the source tree that each bring a library's data in or take data out. */
final class SourceFolders {
    private static final Path ROOT = Path.of(System.getProperty("narrative.root", ".."));
    private static final Set<String> KITS = Set.of("http", "llm");
    private static final Set<String> EXPORT_KITS = Set.of("delivery");

    private SourceFolders() {}

    /** Those of {@code instrumentation/}, without the kits that they share. */
    static List<String> instrumentations() throws IOException {
        return folders("instrumentation")
                .filter(folder -> !KITS.contains(folder))
                .toList();
    }

    /** Those of {@code export/}, without the kit that they share. */
    static List<String> exporters() throws IOException {
        return folders("export").filter(folder -> !EXPORT_KITS.contains(folder)).toList();
    }

    /** The package of a folder below that of its room: {@code jdk-httpclient} is {@code jdk.httpclient}. */
    static String packageOf(String folder) {
        return folder.replace('-', '.');
    }

    private static Stream<String> folders(String room) throws IOException {
        try (Stream<Path> entries = Files.list(ROOT.resolve(room))) {
            return entries
                    .filter(entry -> Files.exists(entry.resolve("pom.xml")))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
