package dev.narrative.export.langfuse;

import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.export.delivery.HttpSender;
import dev.narrative.export.delivery.HttpSettings;
import dev.narrative.export.delivery.HttpTarget;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.delivery.Sender;
import dev.narrative.model.score.LangfuseScore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes what carries requests to Langfuse: spans to its OTLP endpoint, scores to its ingestion endpoint. */
final class LangfuseSenders {
    static final String TRACES = "traces";
    static final String SCORES = "scores";
    static final String PROTOBUF = "application/x-protobuf";
    static final String JSON = "application/json";

    static final String TRACES_PATH = "/api/public/otel/v1/traces";
    static final String SCORES_PATH = LangfuseScore.PATH;

    private static final String SDK = "narrative";

    private LangfuseSenders() {}

    static Sender open(LangfuseOptions options) throws IOException {
        Map<String, String> headers = headers(options);
        Map<String, HttpTarget> targets = Map.of(
                TRACES,
                new HttpTarget(options.address(TRACES_PATH), headers, new LangfuseAnswers()),
                SCORES,
                new HttpTarget(options.address(SCORES_PATH), headers, new ScoreAnswers()));
        return new RepeatableScores(new HttpSender(
                targets,
                new HttpSettings(
                        options.timeout(),
                        LangfuseSettings.TIMEOUT.key(),
                        options.certificate(),
                        LangfuseSettings.CERTIFICATE.key(),
                        "is " + LangfuseSettings.HOST.key() + " right?")));
    }

    /** What Langfuse takes without there being anything in it. */
    static Request empty() {
        return Request.withoutSpans(TRACES, PROTOBUF, new byte[0]);
    }

    private static Map<String, String> headers(LangfuseOptions options) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", options.authorization());
        headers.put("User-Agent", "Narrative-Langfuse-Exporter");
        headers.put("x-langfuse-ingestion-version", "4");
        headers.put("x-langfuse-sdk-name", SDK);
        String version = LangfuseSenders.class.getPackage().getImplementationVersion();
        headers.put("x-langfuse-sdk-version", version == null ? "0" : version);
        return headers;
    }
}
