package dev.narrative.testing.sdk;

import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Usage;
import java.util.Map;

/** Bedrock by the AWS SDK, which tries again within one request. The model has no price for a cache's tokens. */
abstract class BedrockCallContract extends SdkContract {
    private static final String CALL = "chat anthropic.claude-3-haiku-20240307-v1:0";
    private static final Answer ANSWER =
            Answer.text("By the river — Ålven. 🌉").withUsage(new Usage(600, 100, 200, 0, 50, 0));

    private final String http;

    /** @param http the SDK's HTTP client, as the application names it */
    BedrockCallContract(String http) {
        super("aws-bedrock", "dev.narrative.applications.bedrock.BedrockProgram");
        this.http = http;
    }

    @Override
    String scenarioMethod() {
        return "dev.narrative.applications.bedrock.Stage#play";
    }

    @Override
    void arguments(ForkedJvmBuilder jvm, Map<String, String> urls) {
        jvm.args(http);
        urls.forEach((scenario, url) -> jvm.args(scenario + "=" + url));
    }

    static Cell answered(String scenario) {
        return call(scenario)
                .answer(ANSWER)
                .says("the river — Ålven. 🌉", "\"finish_reason\":\"stop\"")
                .tells("gen_ai.response.finish_reasons", "[end_turn]")
                .tokens(900, 50)
                .tells("gen_ai.usage.cache_read.input_tokens", 100)
                .tells("gen_ai.usage.cache_creation.input_tokens", 200)
                .costs((900 * 0.25 + 50 * 1.25) / 1e6);
    }

    static Cell refused(String scenario) {
        return call(scenario).denied().requests("400").fails("ValidationException", "The request is not valid.");
    }

    private static Cell call(String scenario) {
        return Cell.of(scenario, CALL).tells("gen_ai.provider.name", "aws.bedrock");
    }
}
