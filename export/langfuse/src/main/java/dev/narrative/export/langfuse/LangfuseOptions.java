package dev.narrative.export.langfuse;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.core.config.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where Langfuse is, and who we are there.
 *
 * @param host Langfuse's address, without a path of its API
 * @param authorization the value of the header, a secret
 */
record LangfuseOptions(
        String host,
        String authorization,
        Duration timeout,
        @Nullable Path certificate) {
    private static final String API = "/api/public";

    /**
     * The options by the configuration.
     *
     * @throws IllegalArgumentException when something is missing or wrong; the message says what
     */
    static LangfuseOptions of(AgentConfig config) {
        String keys = key(config, LangfuseSettings.PUBLIC_KEY, "LANGFUSE_PUBLIC_KEY")
                + ':'
                + key(config, LangfuseSettings.SECRET_KEY, "LANGFUSE_SECRET_KEY");
        String certificate = config.getOrNull(LangfuseSettings.CERTIFICATE);
        return new LangfuseOptions(
                host(config.get(LangfuseSettings.HOST).url()),
                "Basic " + Base64.getEncoder().encodeToString(keys.getBytes(StandardCharsets.UTF_8)),
                config.get(LangfuseSettings.TIMEOUT),
                certificate == null ? null : Path.of(certificate));
    }

    /** An address of the API, such as {@code /api/public/ingestion}. */
    URI address(String path) {
        return URI.create(host + path);
    }

    private static String key(AgentConfig config, Setting<String> setting, String variable) {
        String key = config.getOrNull(setting);
        if (key == null) {
            throw new IllegalArgumentException(setting.key() + " (or " + variable + ") is missing");
        }
        return key;
    }

    /** What stands before the API's path, which some write too. */
    private static String host(String url) {
        String found;
        try {
            found = new URI(url).getHost();
        } catch (URISyntaxException e) {
            found = null;
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    LangfuseSettings.HOST.key() + " is " + url + ": expected https://host or http://host:port");
        }
        int api = url.indexOf(API);
        return api < 0 ? url : url.substring(0, api);
    }
}
