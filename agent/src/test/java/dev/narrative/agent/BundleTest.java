package dev.narrative.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.metrics.MetricExporterProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * Every folder of {@code instrumentation/} and {@code export/} is in the agent. Its jar is made of this class path and of
 * the index that was written from it, so both are asked here, before there is a jar. A folder that is missing is missing
 * among the dependencies of {@code agent/pom.xml}, or has no entry in its {@code META-INF/services}.
 */
final class BundleTest {
    @Test
    void instrumentations_areInTheIndexUnderTheirFoldersName() throws IOException {
        assertThat(indexed()).containsExactlyElementsOf(SourceFolders.instrumentations());
    }

    @Test
    void instrumentations_lieInTheirFoldersPackage() throws IOException {
        for (String line : index()) {
            String[] columns = line.split("\t");
            assertThat(columns[2])
                    .startsWith("dev.narrative.instrumentation." + SourceFolders.packageOf(columns[1]) + ".");
        }
    }

    @Test
    void exporters_areServicesUnderTheirFoldersName() throws IOException {
        List<String> names = ServiceLoader.load(ExporterProvider.class).stream()
                .map(provider -> provider.get().name())
                .sorted()
                .toList();

        assertThat(names).isEqualTo(SourceFolders.exporters());
    }

    @Test
    void metrics_haveTheirExporter() {
        assertThat(ServiceLoader.load(MetricExporterProvider.class)).hasSize(1);
    }

    private static List<String> indexed() throws IOException {
        return index().stream()
                .map(line -> line.split("\t")[1])
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> index() throws IOException {
        InputStream in = BundleTest.class.getClassLoader().getResourceAsStream(InstrumentationIndex.RESOURCE);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
