package dev.narrative.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Artifacts on a journal that the agent wrote: by the API, by rules, and one that lies elsewhere. */
final class ArtifactsTest extends CommandFixture {
    /** The copies' names, as the agent gave them. */
    private static final List<String> COPIES = List.of(
            "0e041b30145fa551fa4358abe18b42dbaba07fe7efcf37e6d6b67b8cc433c7c8",
            "0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543",
            "5add2e4a6306bb1bb52c92869f20756aa1c9d514dbb2c9c4d2a94bc8378b0eb5");

    @BeforeEach
    void writeJournal() throws IOException {
        copy("press.jsonl", traces.resolve("2026-11-21/press-900000001-1.jsonl"));
        for (String name : COPIES) {
            copy(name, traces.resolve("artifacts").resolve(name));
        }
    }

    @Test
    void show_listsThemWithTheirCopies() {
        assertThat(run("trace", "show", "@last", "--artifacts")).isZero();

        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "name\tmedia_type\tbytes\tspan\tplace\tcopy",
                        "cover\ttext/html\t20\t8dc5e916899cd5a8\t\t" + copyOf(0),
                        "book\tapplication/pdf\t4200000\t8dc5e916899cd5a8\thttps://books.example.org/7.pdf\t",
                        "chapter-1.md\t\t6\tb950b1063c3c4e54\tchapter-1.md\t" + copyOf(2),
                        "Press.map\t\t4\tf99f6a31a11c52e6\t\t" + copyOf(1));
    }

    @Test
    void copies_areFoundFromADayAndFromAFile() {
        Path day = traces.resolve("2026-11-21");
        for (Path place : List.of(day, day.resolve("press-900000001-1.jsonl"))) {
            assertThat(run("trace", "show", "@last", "--artifacts", "--journal", place.toString()))
                    .isZero();
            assertThat(out()).contains(copyOf(0));
        }
    }

    @Test
    void copiesThatHaveGone_areLeftOut() throws IOException {
        Files.delete(Path.of(copyOf(0)));

        assertThat(run("trace", "show", "@last", "--artifacts", "-o", "json")).isZero();

        assertThat(isJson(out())).isTrue();
        assertThat(out()).contains("\"cover\"").doesNotContain(copyOf(0)).contains(copyOf(1));
    }

    private String copyOf(int index) {
        return traces.resolve("artifacts").resolve(COPIES.get(index)).toString();
    }

    private static void copy(String resource, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = ArtifactsTest.class.getResourceAsStream("/dev/narrative/console/artifacts/" + resource)) {
            Files.copy(in, target);
        }
    }
}
