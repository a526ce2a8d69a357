package dev.narrative.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void readsEveryWayToWriteAPair() {
        PropertiesFile file =
                PropertiesFile.parse("f", "\ufeffa=1\r\nb : 2\rc 3\n  # no\n! no\n\nd\ne\\ f = g\\u00e9\\n\\q\n");

        assertThat(file.lines())
                .containsExactly(
                        new PropertiesFile.Line(1, "a", "1"),
                        new PropertiesFile.Line(2, "b", "2"),
                        new PropertiesFile.Line(3, "c", "3"),
                        new PropertiesFile.Line(7, "d", ""),
                        new PropertiesFile.Line(8, "e f", "gé\nq"));
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void joinsContinuedLines_keepingTheFirstNumber() {
        PropertiesFile file = PropertiesFile.parse("f", "x=1\nlist = a, \\\n    b, \\\n    c\nlast = d\\\\\nend=\\");

        assertThat(file.lines())
                .containsExactly(
                        new PropertiesFile.Line(1, "x", "1"),
                        new PropertiesFile.Line(2, "list", "a, b, c"),
                        new PropertiesFile.Line(5, "last", "d\\"),
                        new PropertiesFile.Line(6, "end", ""));
    }

    @Test
    void keepsDuplicates() {
        assertThat(PropertiesFile.parse("f", "a=1\na=2").lines()).hasSize(2);
    }

    @Test
    void reportsTornEscapesAndKeylessLines_andGoesOn() {
        PropertiesFile file = PropertiesFile.parse("f", "a=\\u12\n=x\nb=\\u00zz\nc=3");

        assertThat(file.lines()).containsExactly(new PropertiesFile.Line(4, "c", "3"));
        assertThat(file.problems())
                .extracting(ConfigProblem::describe)
                .containsExactly(
                        "f:1: the escape \\u is torn; write four hex digits, or \\\\ for a backslash",
                        "f:2: the line has no key; write key = value",
                        "f:3: the escape \\u is torn; write four hex digits, or \\\\ for a backslash");
    }

    @Test
    void reportsBytesThatAreNotUtf8() throws IOException {
        Path path = Files.write(
                directory.resolve("latin.properties"), new byte[] {'a', '=', (byte) 0xe9, '\n', 'b', '=', '1'});

        PropertiesFile file = PropertiesFile.read(path.toFile());

        assertThat(file.lines()).extracting(PropertiesFile.Line::key).containsExactly("b");
        assertThat(file.problems()).singleElement().satisfies(p -> assertThat(p.what())
                .contains("not UTF-8"));
    }

    @Test
    void reportsMissingFileDirectoryAndGiant() throws IOException {
        Path giant = Files.write(directory.resolve("giant"), new byte[2 << 20]);

        assertProblem(new File(directory.toFile(), "none"), "no such file");
        assertProblem(directory.toFile(), "is a directory");
        assertProblem(giant.toFile(), "larger than 1 MB");
    }

    private static void assertProblem(File file, String what) {
        PropertiesFile read = PropertiesFile.read(file);
        assertThat(read.lines()).isEmpty();
        assertThat(read.problems()).singleElement().satisfies(p -> assertThat(p.what())
                .contains(what));
    }
}
