package dev.narrative.testing.sdk;

import dev.narrative.testing.ForkedJvmBuilder;
import java.util.Map;

/** Bedrock by the AWS SDK, which tries again within one request. */
abstract class BedrockCallContract extends SdkContract {
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

    static Cell refused(String scenario) {
        return AskedModel.BEDROCK
                .call(scenario)
                .denied()
                .requests("400")
                .fails("ValidationException", "The request is not valid.");
    }
}
