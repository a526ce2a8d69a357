package dev.narrative.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every example of {@code docs/api.md} stands, line by line, in a source that is compiled: with these tests, or later. */
final class DocumentedExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("narrative.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("```(java|kotlin)\n(.*?)```", Pattern.DOTALL);

    @Test
    void examples_areCompiled() throws IOException {
        List<String> sources = sources("api/src/test/java/dev/narrative/api/examples");
        sources.addAll(sources("testing/applications/kotlin/src/main/kotlin/dev/narrative/applications/kotlin"));

        assertThat(examples()).hasSizeGreaterThan(10).allSatisfy(example -> assertThat(sources)
                .anySatisfy(source -> assertThat(source).contains(example)));
    }

    private static List<String> examples() throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("docs/api.md")))
                .results()
                .map(block -> block.group(2))
                .map(DocumentedExamplesTest::plain)
                .toList();
    }

    private static List<String> sources(String directory) throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
            files.forEach(file -> sources.add(plain(read(file))));
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Without indentation and empty lines. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> plain.append(line)
                .append('\n'));
        return plain.toString();
    }
}
