package dev.narrative.core.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The keys of Langfuse, which {@link Settings} lists among its own; underneath stand the variables of its own SDKs. */
public final class LangfuseSettings {
    /** The name in {@code narrative.exporters}. */
    public static final String EXPORTER = "langfuse";

    private static final List<Setting<?>> ALL = new ArrayList<>();

    public static final Setting<String> PUBLIC_KEY = add(Setting.fixed(
                    "narrative.langfuse.public-key",
                    ValueTypes.TEXT,
                    null,
                    "The public key of a [Langfuse](langfuse.md) project, or `LANGFUSE_PUBLIC_KEY`. With both keys and"
                            + " without `narrative.exporters`, spans go to Langfuse too.")
            .under("langfuse.public.key"));

    public static final Setting<String> SECRET_KEY = add(Setting.fixed(
                    "narrative.langfuse.secret-key",
                    ValueTypes.TEXT,
                    null,
                    "The secret key of the same project, or `LANGFUSE_SECRET_KEY`.")
            .under("langfuse.secret.key"));

    public static final Setting<OtlpEndpoint> HOST = add(Setting.fixed(
                    "narrative.langfuse.host",
                    ValueTypes.OTLP_BASE,
                    "https://cloud.langfuse.com",
                    "Langfuse's address, or `LANGFUSE_HOST` or `LANGFUSE_BASE_URL`.")
            .under("langfuse.host")
            .under("langfuse.base.url"));

    public static final Setting<String> SPANS = add(Setting.fixed(
            "narrative.langfuse.spans",
            ValueTypes.oneOf("all", "llm"),
            "all",
            "Which spans go to Langfuse, where each is billed: all, or [model calls with what is around them, and named"
                    + " methods](langfuse.md#noise)."));

    public static final Setting<String> ENVIRONMENT = add(Setting.fixed(
                    "narrative.langfuse.environment",
                    ValueTypes.TEXT,
                    null,
                    "Langfuse's environment, or `LANGFUSE_TRACING_ENVIRONMENT`; without it, the resource's"
                            + " `deployment.environment.name`.")
            .under("langfuse.tracing.environment"));

    public static final Setting<String> RELEASE = add(Setting.fixed(
                    "narrative.langfuse.release",
                    ValueTypes.TEXT,
                    null,
                    "The release that traces are marked with, or `LANGFUSE_RELEASE`.")
            .under("langfuse.release"));

    public static final Setting<String> TAGS = add(Setting.fixed(
            "narrative.langfuse.tags", ValueTypes.TEXT, null, "Tags that every trace has, separated by commas."));

    public static final Setting<Duration> TIMEOUT = add(Setting.fixed(
            "narrative.langfuse.timeout",
            ValueTypes.DURATION,
            "10s",
            "How long one attempt to send to Langfuse may take."));

    public static final Setting<String> CERTIFICATE = add(Setting.fixed(
            "narrative.langfuse.certificate",
            ValueTypes.TEXT,
            null,
            "A PEM file with the certificates that Langfuse's own may be signed by."));

    private LangfuseSettings() {}

    /** Where spans go: what the list says or, where there is none, the default and Langfuse when both keys are set. */
    public static List<String> exporters(AgentConfig config) {
        List<String> listed = config.get(Settings.EXPORTERS);
        if (config.isSet(Settings.EXPORTERS)
                || config.getOrNull(PUBLIC_KEY) == null
                || config.getOrNull(SECRET_KEY) == null) {
            return listed;
        }
        List<String> all = new ArrayList<>(listed);
        all.add(EXPORTER);
        return List.copyOf(all);
    }

    static List<Setting<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    private static <T> Setting<T> add(Setting<T> setting) {
        ALL.add(setting);
        return setting;
    }
}
