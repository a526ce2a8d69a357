package dev.narrative.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
    private static final String COMMAND = "mvn -pl core -am test -Dtest=ConfigurationReferenceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dnarrative.docs.write=true";

    @Test
    void pageSaysWhatTheSettingsSay() throws IOException {
        Path page = Path.of(System.getProperty("narrative.root", ".."), "docs", "configuration.md");
        String expected = ConfigurationReference.text();
        if (Boolean.getBoolean("narrative.docs.write")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, expected);
        }

        assertThat(page).as("write it with: " + COMMAND).exists();
        assertThat(Files.readString(page))
                .as("docs/configuration.md drifts; run: " + COMMAND)
                .isEqualTo(expected);
    }

    @Test
    void everySettingSaysWhatItIs() {
        for (Setting<?> setting : Settings.all()) {
            assertThat(setting.key()).startsWith("narrative.");
            assertThat(setting.doc()).as(setting.key()).endsWith(".").doesNotContain("\n");
        }
    }
}
