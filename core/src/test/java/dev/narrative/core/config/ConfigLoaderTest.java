package dev.narrative.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    private static final Map<String, String> NONE = Map.of();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void givesDefaults_whenNothingIsSaid() {
        LoadedConfig loaded = load("", NONE, NONE);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.config().get(Settings.ENABLED)).isTrue();
        assertThat(loaded.config().get(Settings.EXPORTERS)).containsExactly("journal");
        assertThat(loaded.config().get(Settings.JOURNAL_RETENTION)).isEqualTo(Duration.ofDays(90));
        assertThat(loaded.config().get(Settings.JOURNAL_MAX_SIZE)).isEqualTo(2L << 30);
        assertThat(loaded.config().getOrNull(Settings.OTLP_ENDPOINT)).isNull();
        assertThat(loaded.config().isSet(Settings.EXPORTERS)).isFalse();
    }

    @Test
    void everyDefaultCanBeParsed() {
        for (Setting<?> setting : Settings.all()) {
            assertThat(setting.defaultValue() == null).as(setting.key()).isEqualTo(setting.defaultText() == null);
        }
    }

    @Test
    void readsADefaultOnce() {
        for (Setting<?> setting : Settings.all()) {
            assertThat(setting.defaultValue()).as(setting.key()).isSameAs(setting.defaultValue());
        }
    }

    @Test
    void prefersPropertyThenVariableThenFileThenStandard() {
        Map<String, String> standard = Map.of("otel.service.name", "standard");
        Map<String, String> variables = Map.of("NARRATIVE_SERVICE_NAME", "variable", "OTEL_SERVICE_NAME", "low");
        String file = "narrative.service.name=file";

        assertThat(service(file, Map.of("narrative.service.name", "property"), variables))
                .isEqualTo("property");
        assertThat(service(file, standard, variables)).isEqualTo("variable");
        assertThat(service(file, standard, NONE)).isEqualTo("file");
        assertThat(service("", standard, variables("OTEL_SERVICE_NAME", "low"))).isEqualTo("standard");
        assertThat(service("", NONE, variables("OTEL_SERVICE_NAME", "low"))).isEqualTo("low");
    }

    @Test
    void blankVariableCountsAsNotSet() {
        assertThat(service("narrative.service.name=file", NONE, variables("NARRATIVE_SERVICE_NAME", " ")))
                .isEqualTo("file");
    }

    @Test
    void honoursOpenTelemetrysNames() {
        AgentConfig config = load(
                        "",
                        NONE,
                        Map.of(
                                "OTEL_SDK_DISABLED", "true",
                                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:4318/",
                                "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grpc",
                                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                                "OTEL_EXPORTER_OTLP_HEADERS", "a=b%20c, d=e=f",
                                "OTEL_EXPORTER_OTLP_TIMEOUT", "2500",
                                "OTEL_TRACES_SAMPLER", "traceidratio",
                                "OTEL_TRACES_SAMPLER_ARG", "0.25",
                                "OTEL_PROPAGATORS", "tracecontext,b3",
                                "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=staging"))
                .config();

        assertThat(config.get(Settings.ENABLED)).isFalse();
        assertThat(config.get(Settings.OTLP_ENDPOINT).httpUrl("/v1/traces")).isEqualTo("http://all:4318/v1/traces");
        assertThat(config.get(Settings.OTLP_PROTOCOL)).isEqualTo("grpc");
        assertThat(config.get(Settings.OTLP_HEADERS))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "b c", "d", "e=f"));
        assertThat(config.get(Settings.OTLP_TIMEOUT)).isEqualTo(Duration.ofMillis(2500));
        assertThat(config.get(Settings.SAMPLER)).isEqualTo("traceidratio");
        assertThat(config.get(Settings.SAMPLER_ARG)).isEqualTo(0.25);
        assertThat(config.get(Settings.PROPAGATORS)).containsExactly("tracecontext", "narrative");
        assertThat(config.get(Settings.RESOURCE_ATTRIBUTES)).containsEntry("deployment.environment", "staging");
    }

    @Test
    void takesTheTracesEndpointAsItIs() {
        Map<String, String> variables = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://all", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://own/x");

        assertThat(load("", NONE, variables)
                        .config()
                        .get(Settings.OTLP_ENDPOINT)
                        .httpUrl("/v1/traces"))
                .isEqualTo("http://own/x");
    }

    @Test
    void wrongValueDisablesOnlyItself() {
        LoadedConfig loaded = load(
                "narrative.journal.retention = soon\nnarrative.queue.size = 0\nnarrative.service.name = shop\n"
                        + "narrative.exporters = jurnal",
                Map.of("narrative.service.name", "shop2", "narrative.sampler.arg", "2"),
                NONE);

        assertThat(loaded.config().get(Settings.JOURNAL_RETENTION)).isEqualTo(Duration.ofDays(90));
        assertThat(loaded.config().get(Settings.QUEUE_SIZE)).isEqualTo(65_536);
        assertThat(loaded.config().get(Settings.SERVICE_NAME)).isEqualTo("shop2");
        assertThat(describe(loaded))
                .containsExactly(
                        "f.properties:4: narrative.exporters = jurnal is ignored: it has 'jurnal', which must be journal,"
                                + " otlp, langfuse or logging; did you mean journal?",
                        "f.properties:2: narrative.queue.size = 0 is ignored: it must be a whole number from 64 to"
                                + " 4194304",
                        "f.properties:1: narrative.journal.retention = soon is ignored: it must be a duration such as"
                                + " 5ms, 2s, 10m, 4h or 90d",
                        "system property: narrative.sampler.arg = 2 is ignored: it must be a number from 0.0 to 1.0");
    }

    @Test
    void wrongMaskingPatternIsLeftOut_othersStay() {
        LoadedConfig loaded =
                load("\nnarrative.masking.patterns = ORD-\\\\d{2,6}, c*, [,;]x, a\\\\,b, [open", NONE, NONE);

        assertThat(loaded.config().get(Settings.MASKING_PATTERNS).patterns())
                .containsExactly("ORD-\\d{2,6}", "[,;]x", "a\\,b");
        assertThat(describe(loaded))
                .containsExactly(
                        "f.properties:2: narrative.masking.patterns: the pattern 'c*' matches where there is nothing;"
                                + " write + rather than *; it is left out",
                        "f.properties:2: narrative.masking.patterns: the pattern '[open' has no ] for its [; it is left"
                                + " out");
    }

    @Test
    void wrongValueIsShownWithoutItsSecrets() {
        LoadedConfig loaded = load(
                "narrative.otlp.headers = authorization",
                Map.of("narrative.otlp.endpoint", "ftp://ada:lovelace@h"),
                NONE);

        assertThat(describe(loaded)).hasSize(2).noneMatch(line -> line.contains("lovelace"));
    }

    @Test
    void namesUnknownKeysWithASuggestion() {
        LoadedConfig loaded = load(
                "narrative.exporter = otlp\nservice.name = x\nlogging.level = x\notel.service.name = x\nnarrative.zzzzzzz = 1",
                Map.of("narrative.enable", "false", "narrative.anything.else", "x"),
                variables("NARRATIVE_EXPORTER", "otlp"));

        assertThat(describe(loaded))
                .containsExactly(
                        "f.properties:1: narrative.exporter is no known key; did you mean narrative.exporters?",
                        "f.properties:2: service.name is none of the agent's keys; did you mean narrative.service.name?",
                        "f.properties:3: logging.level is none of the agent's keys; every key begins with narrative.",
                        "f.properties:4: otel.service.name is read as a system property or variable only; write"
                                + " narrative.service.name here",
                        "f.properties:5: narrative.zzzzzzz is no known key; docs/configuration.md lists them all",
                        "system property: narrative.enable is no known key; did you mean narrative.enabled?",
                        "environment: NARRATIVE_EXPORTER is no known key; did you mean NARRATIVE_EXPORTERS?");
    }

    @Test
    void reportsDuplicates_theLastHolds() {
        LoadedConfig loaded = load("narrative.service.name=a\nnarrative.service.name=b", NONE, NONE);

        assertThat(loaded.config().get(Settings.SERVICE_NAME)).isEqualTo("b");
        assertThat(describe(loaded))
                .containsExactly("f.properties:2: narrative.service.name stands in line 1 already;"
                        + " the later one holds; delete one of them");
    }

    @Test
    void readsFamiliesFromEverySource() {
        AgentConfig config = load(
                        "narrative.instrumentation.servlet.enabled=false\nnarrative.instrumentation.http.enabled=false",
                        Map.of("narrative.instrumentation.http.enabled", "true"),
                        variables("NARRATIVE_INSTRUMENTATION_JDK_EXECUTORS_ENABLED", "false"))
                .config();

        assertThat(config.get(Settings.INSTRUMENTATION, "servlet")).isFalse();
        assertThat(config.get(Settings.INSTRUMENTATION, "http")).isTrue();
        assertThat(config.get(Settings.INSTRUMENTATION, "jdk-executors")).isFalse();
        assertThat(config.get(Settings.INSTRUMENTATION, "other")).isTrue();
    }

    @Test
    void gathersRuleLines_propertiesAndVariablesOverTheFile() {
        LoadedConfig loaded = load(
                "narrative.trace.my-order = a.B#c\nnarrative.trace.my-order.min = 5ms",
                Map.of("narrative.trace.my-order", "a.B#d"),
                Map.of("NARRATIVE_TRACE_MY_ORDER_MIN", "6ms", "NARRATIVE_TRACE_NEW_ONE_TYPE", "tool"));

        assertThat(loaded.rules())
                .extracting(RuleLine::key, RuleLine::value)
                .containsExactly(
                        tuple("narrative.trace.my-order", "a.B#d"),
                        tuple("narrative.trace.my-order.min", "6ms"),
                        tuple("narrative.trace.new-one.type", "tool"));
    }

    @Test
    void findsTheFileByArgumentThenPropertyThenVariable() throws IOException {
        Path named = Files.writeString(directory.resolve("n.properties"), "narrative.service.name=named");
        ConfigSources sources = new ConfigSources(Map.of("narrative.config", named.toString()), NONE);
        ConfigSources variable = new ConfigSources(NONE, variables("NARRATIVE_CONFIG", named.toString()));

        assertThat(ConfigLoader.load(null, sources).config().get(Settings.SERVICE_NAME))
                .isEqualTo("named");
        assertThat(ConfigLoader.load("", variable).file()).isEqualTo(named.toFile());
        LoadedConfig missing = ConfigLoader.load(directory.resolve("none").toString(), sources);
        assertThat(missing.problems()).singleElement().satisfies(p -> assertThat(p.what())
                .contains("no such file"));
    }

    @Test
    void agentConfigOfTexts_refusesUnknownKeys() {
        assertThat(AgentConfig.of(Map.of("narrative.exporters", "")).get(Settings.EXPORTERS))
                .isEmpty();
        assertThatThrownBy(() -> AgentConfig.of(Map.of("narrative.x", ""))).hasMessage("unknown key narrative.x");
    }

    private static LoadedConfig load(String file, Map<String, String> properties, Map<String, String> variables) {
        return ConfigLoader.load(
                new File("f.properties"),
                new ConfigSources(properties, variables),
                PropertiesFile.parse("f.properties", file));
    }

    private static String service(String file, Map<String, String> properties, Map<String, String> variables) {
        return load(file, properties, variables).config().get(Settings.SERVICE_NAME);
    }

    private static Map<String, String> variables(String name, String value) {
        return Map.of(name, value);
    }

    private static List<String> describe(LoadedConfig loaded) {
        return loaded.problems().stream().map(ConfigProblem::describe).toList();
    }
}
