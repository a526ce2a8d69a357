package dev.narrative.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java example of {@code docs/api.md} stands, line by line, in a source that is compiled with these tests. */
final class DocumentedExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("narrative.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void examples_areCompiled() throws IOException {
        List<String> sources = sources();

        assertThat(examples())
                .hasSizeGreaterThan(5)
                .allSatisfy(example ->
                        assertThat(sources).anySatisfy(source -> assertThat(source).contains(example)));
    }

    private static List<String> examples() throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("docs/api.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .map(DocumentedExamplesTest::plain)
                .toList();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("api/src/test/java/dev/narrative/api/examples"))) {
            return files.map(DocumentedExamplesTest::read)
                    .map(DocumentedExamplesTest::plain)
                    .toList();
        }
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
