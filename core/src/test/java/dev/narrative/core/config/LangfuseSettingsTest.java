package dev.narrative.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LangfuseSettingsTest {
    @Test
    void variablesOfItsOwnSdks_areHonoured() {
        AgentConfig config = load(
                Map.of(),
                Map.of(
                        "LANGFUSE_PUBLIC_KEY", "pk",
                        "LANGFUSE_SECRET_KEY", "sk",
                        "LANGFUSE_BASE_URL", "http://localhost:3000/",
                        "LANGFUSE_TRACING_ENVIRONMENT", "staging",
                        "LANGFUSE_RELEASE", "r1"));

        assertThat(config.getOrNull(LangfuseSettings.PUBLIC_KEY)).isEqualTo("pk");
        assertThat(config.getOrNull(LangfuseSettings.SECRET_KEY)).isEqualTo("sk");
        assertThat(config.get(LangfuseSettings.HOST).url()).isEqualTo("http://localhost:3000");
        assertThat(config.getOrNull(LangfuseSettings.ENVIRONMENT)).isEqualTo("staging");
        assertThat(config.getOrNull(LangfuseSettings.RELEASE)).isEqualTo("r1");
        assertThat(LangfuseSettings.exporters(config)).containsExactly("journal", "langfuse");
    }

    @Test
    void host_isTakenBeforeBaseUrl_andOurOwnBeforeBoth() {
        Map<String, String> variables = Map.of("LANGFUSE_HOST", "http://host", "LANGFUSE_BASE_URL", "http://base");

        assertThat(load(Map.of(), variables).get(LangfuseSettings.HOST).url()).isEqualTo("http://host");
        assertThat(load(Map.of("narrative.langfuse.host", "http://own"), variables)
                        .get(LangfuseSettings.HOST)
                        .url())
                .isEqualTo("http://own");
    }

    @Test
    void oneKeyAlone_switchesNothingOn() {
        assertThat(LangfuseSettings.exporters(load(Map.of("narrative.langfuse.public-key", "pk"), Map.of())))
                .containsExactly("journal");
    }

    @Test
    void listOfExporters_isTheWholeList() {
        Map<String, String> keys = Map.of("narrative.langfuse.public-key", "pk", "narrative.langfuse.secret-key", "sk");

        assertThat(LangfuseSettings.exporters(load(keys, Map.of("NARRATIVE_EXPORTERS", "logging"))))
                .containsExactly("logging");
        assertThat(LangfuseSettings.exporters(load(keys, Map.of("NARRATIVE_EXPORTERS", "langfuse"))))
                .containsExactly("langfuse");
    }

    private static AgentConfig load(Map<String, String> properties, Map<String, String> variables) {
        return ConfigLoader.load(null, new ConfigSources(properties, variables)).config();
    }
}
