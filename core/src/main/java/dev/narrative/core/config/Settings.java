package dev.narrative.core.config;

import dev.narrative.model.masking.SecretPatterns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every key there is, each typed once; {@code docs/configuration.md} is generated from here. */
public final class Settings {
    private static final List<Setting<?>> ALL = new ArrayList<>();

    public static final Setting<Boolean> ENABLED = add(
            Setting.fixed("narrative.enabled", ValueTypes.BOOLEAN, "true", "Whether the agent does anything at all.")
                    .under("otel.sdk.disabled", ValueTypes.INVERTED));

    public static final Setting<String> CONFIG = add(Setting.fixed(
            "narrative.config",
            ValueTypes.TEXT,
            null,
            "The properties file; the agent's argument goes before it, and `narrative-agent.properties` in the"
                    + " working directory is taken when neither is given. Means nothing inside the file."));

    public static final Setting<String> SERVICE_NAME = add(Setting.fixed(
                    "narrative.service.name",
                    ValueTypes.TEXT,
                    null,
                    "The service's name, `service.name`; without it, the one in the resource attributes, else the name"
                            + " of the main class or jar.")
            .under("otel.service.name"));

    public static final Setting<Map<String, String>> RESOURCE_ATTRIBUTES = add(Setting.fixed(
                    "narrative.resource.attributes",
                    ValueTypes.PAIRS,
                    "",
                    "Attributes of the process, such as `deployment.environment=staging`.")
            .under("otel.resource.attributes"));

    public static final Setting<List<String>> EXPORTERS = add(Setting.live(
            "narrative.exporters",
            ValueTypes.someOf("journal", "otlp", "langfuse", "logging"),
            "journal",
            "Where spans go; an empty value sends them nowhere. Where it isn't said, Langfuse joins in when both its keys"
                    + " are set."));

    public static final Setting<Integer> QUEUE_SIZE = add(Setting.fixed(
            "narrative.queue.size",
            ValueTypes.integer(64, 4_194_304),
            "65536",
            "How many finished spans wait for each destination before the next ones are dropped and counted."));

    public static final Setting<String> JOURNAL_DIR = add(Setting.fixed(
            "narrative.journal.dir",
            ValueTypes.TEXT,
            "narrative-traces",
            "The journal's directory, relative to the working directory."));

    public static final Setting<Duration> JOURNAL_RETENTION = add(Setting.fixed(
            "narrative.journal.retention", ValueTypes.DURATION, "90d", "The age at which journal files are deleted."));

    public static final Setting<Long> JOURNAL_MAX_SIZE = add(Setting.fixed(
            "narrative.journal.max-size",
            ValueTypes.SIZE,
            "2GB",
            "The size of the whole journal directory above which its oldest files are deleted."));

    public static final Setting<Long> JOURNAL_ROTATE_SIZE = add(Setting.fixed(
            "narrative.journal.rotate-size", ValueTypes.SIZE, "64MB", "The size at which a new file is begun."));

    public static final Setting<Duration> JOURNAL_SNAPSHOT = add(Setting.fixed(
            "narrative.journal.snapshot",
            ValueTypes.DURATION,
            "1s",
            "How often the spans that are still open are written to the snapshot beside the journal; `0` never."));

    public static final Setting<Long> SPOOL_MAX_SIZE = add(Setting.fixed(
            "narrative.spool.max-size",
            ValueTypes.SIZE,
            "256MB",
            "How much is kept on disk for each destination that is down, by all processes together; then the oldest goes."
                    + " `0` keeps nothing there. See [When a backend is down](operating.md#when-a-backend-is-down)."));

    public static final Setting<Duration> SPOOL_RETENTION = add(Setting.fixed(
            "narrative.spool.retention",
            ValueTypes.DURATION,
            "7d",
            "The age at which spans that could not be sent are given up."));

    public static final Setting<Long> ARTIFACT_MAX_SIZE = add(Setting.live(
            "narrative.artifact.max-size",
            ValueTypes.SIZE,
            "1MB",
            "The size up to which artifacts are hashed, and copied to `artifacts` in the journal's directory: with"
                    + " `narrative.llm.content` `full` as they are, with `masked` texts without their secrets, with"
                    + " `none` not at all."));

    public static final Setting<OtlpEndpoint> OTLP_ENDPOINT = add(Setting.fixed(
                    "narrative.otlp.endpoint",
                    ValueTypes.OTLP_BASE,
                    null,
                    "The collector's address; over HTTP `/v1/traces` is added where it is missing. Without it,"
                            + " `http://localhost:4318` over HTTP and `http://localhost:4317` over gRPC.")
            .under("otel.exporter.otlp.traces.endpoint", ValueTypes.OTLP_EXACT)
            .under("otel.exporter.otlp.endpoint"));

    public static final Setting<String> OTLP_PROTOCOL = add(Setting.fixed(
                    "narrative.otlp.protocol",
                    ValueTypes.oneOf("http/protobuf", "grpc"),
                    "http/protobuf",
                    "How spans travel to the collector.")
            .under("otel.exporter.otlp.traces.protocol")
            .under("otel.exporter.otlp.protocol"));

    public static final Setting<Map<String, String>> OTLP_HEADERS =
            add(Setting.fixed("narrative.otlp.headers", ValueTypes.PAIRS, "", "Headers sent to the collector.")
                    .under("otel.exporter.otlp.traces.headers")
                    .under("otel.exporter.otlp.headers"));

    public static final Setting<Duration> OTLP_TIMEOUT = add(Setting.fixed(
                    "narrative.otlp.timeout",
                    ValueTypes.DURATION,
                    "10s",
                    "How long one attempt to send a batch may take.")
            .under("otel.exporter.otlp.traces.timeout")
            .under("otel.exporter.otlp.timeout"));

    public static final Setting<String> OTLP_COMPRESSION = add(Setting.fixed(
                    "narrative.otlp.compression",
                    ValueTypes.oneOf("none", "gzip"),
                    "none",
                    "Whether batches are compressed on their way to the collector.")
            .under("otel.exporter.otlp.traces.compression")
            .under("otel.exporter.otlp.compression"));

    public static final Setting<String> OTLP_CERTIFICATE = add(Setting.fixed(
                    "narrative.otlp.certificate",
                    ValueTypes.TEXT,
                    null,
                    "A PEM file with the certificates that the collector's own may be signed by.")
            .under("otel.exporter.otlp.traces.certificate")
            .under("otel.exporter.otlp.certificate"));

    public static final Setting<String> SAMPLER = add(Setting.live(
                    "narrative.sampler",
                    ValueTypes.oneOf(
                            "always_on",
                            "always_off",
                            "traceidratio",
                            "parentbased_always_on",
                            "parentbased_always_off",
                            "parentbased_traceidratio"),
                    "parentbased_always_on",
                    "Which traces are kept; a rule with `sample = always` is kept in any case.")
            .under("otel.traces.sampler"));

    public static final Setting<Double> SAMPLER_ARG = add(Setting.live(
                    "narrative.sampler.arg", ValueTypes.RATIO, "1.0", "The share of traces that a ratio sampler keeps.")
            .under("otel.traces.sampler.arg"));

    public static final Setting<List<String>> PROPAGATORS = add(Setting.live(
                    "narrative.propagators",
                    ValueTypes.someOf("tracecontext", "baggage", "narrative"),
                    "tracecontext, baggage, narrative",
                    "Which headers are read and sent: `traceparent` and `tracestate`, `baggage`, and the"
                            + " `X-…` headers of session, story and narrative trace.")
            .under("otel.propagators", ValueTypes.PROPAGATORS));

    public static final Setting<HostPatterns> PROPAGATION_HOSTS = add(Setting.live(
            "narrative.propagation.hosts",
            ValueTypes.HOSTS,
            HostPatterns.ALL_BUT_MODEL_PROVIDERS,
            "The hosts that are sent the headers: `*` matches within a host name, `!` excludes and always wins; a list"
                    + " of nothing but excludes is taken from all hosts."));

    public static final Setting<List<CorrelationSource>> SESSION_FROM = add(Setting.live(
            "narrative.session.from",
            ValueTypes.CORRELATION_SOURCES,
            "",
            "Where the session's id is looked for when no `X-Session-Id` came in: see"
                    + " [operating.md](operating.md#sessions-stories-and-users)."));

    public static final Setting<List<CorrelationSource>> STORY_FROM = add(Setting.live(
            "narrative.story.from",
            ValueTypes.CORRELATION_SOURCES,
            "",
            "Where the story's id is looked for when no `X-Story-Id` came in."));

    public static final Setting<List<CorrelationSource>> USER_FROM = add(Setting.live(
            "narrative.user.from", ValueTypes.CORRELATION_SOURCES, "", "Where the user's id is looked for."));

    public static final SettingFamily<Boolean> INSTRUMENTATION = new SettingFamily<>(
            "narrative.instrumentation.",
            ".enabled",
            ValueTypes.BOOLEAN,
            "true",
            "Whether the instrumentation of that name, such as `servlet`, is used.");

    public static final Setting<Integer> CAPTURE_MAX_LENGTH = add(Setting.live(
            "narrative.capture.max-length",
            ValueTypes.integer(16, 1_048_576),
            "4096",
            "How many characters of a captured value are kept."));

    public static final Setting<Integer> CAPTURE_MAX_DEPTH = add(Setting.live(
            "narrative.capture.max-depth",
            ValueTypes.integer(1, 32),
            "4",
            "How many levels of a captured object are written."));

    public static final Setting<Integer> CAPTURE_MAX_ITEMS = add(Setting.live(
            "narrative.capture.max-items",
            ValueTypes.integer(1, 10_000),
            "100",
            "How many elements of a captured collection, map or array are written."));

    public static final Setting<String> LLM_CONTENT = add(Setting.live(
            "narrative.llm.content",
            ValueTypes.oneOf("none", "masked", "full"),
            "none",
            "What is kept of prompts and answers: nothing but their length and hash, the messages without their secrets,"
                    + " or the messages as they are."));

    public static final Setting<Long> LLM_MESSAGE_MAX_SIZE = add(Setting.live(
            "narrative.llm.message-max-size", ValueTypes.SIZE, "16kB", "How many characters of one message are kept."));

    public static final Setting<Long> LLM_CALL_MAX_SIZE = add(Setting.live(
            "narrative.llm.call-max-size",
            ValueTypes.SIZE,
            "256kB",
            "How many characters of all messages of one call are kept."));

    public static final Setting<String> LLM_PRICES = add(Setting.live(
            "narrative.llm.prices",
            ValueTypes.TEXT,
            null,
            "A JSON file with prices of models, which go before the built-in ones or replace them: see"
                    + " [prices.md](prices.md). It is read again when it changes."));

    public static final Setting<SecretPatterns> MASKING_PATTERNS = add(Setting.live(
            "narrative.masking.patterns",
            ValueTypes.SECRET_PATTERNS,
            "",
            "What is masked besides what is known to be secret: `ORD-\\\\d{6}, (?i)customer [a-z]+`; see"
                    + " [Masking](#masking)."));

    public static final Setting<Boolean> RELOAD = add(Setting.live(
            "narrative.reload",
            ValueTypes.BOOLEAN,
            "true",
            "Whether the properties file is watched, and a change takes effect without restart."));

    public static final Setting<Duration> RELOAD_INTERVAL = add(
            Setting.fixed("narrative.reload.interval", ValueTypes.DURATION, "2s", "How often the file is looked at."));

    static {
        ALL.addAll(MetricsSettings.all());
        ALL.addAll(LangfuseSettings.all());
    }

    private static final List<SettingFamily<?>> FAMILIES = List.of(INSTRUMENTATION);

    private Settings() {}

    /** All settings, in the order of the reference page. */
    public static List<Setting<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    public static List<SettingFamily<?>> families() {
        return FAMILIES;
    }

    static @Nullable Setting<?> find(String key) {
        for (Setting<?> setting : ALL) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        return null;
    }

    static @Nullable SettingFamily<?> findFamily(String key) {
        for (SettingFamily<?> family : FAMILIES) {
            if (family.owns(key)) {
                return family;
            }
        }
        return null;
    }

    private static <T> Setting<T> add(Setting<T> setting) {
        ALL.add(setting);
        return setting;
    }
}
