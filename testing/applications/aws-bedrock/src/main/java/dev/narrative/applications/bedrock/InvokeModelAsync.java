package dev.narrative.applications.bedrock;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

record InvokeModelAsync(BedrockRuntimeAsyncClient client) implements Model {
    @Override
    public String ask(String question) throws Exception {
        return client.invokeModel(request -> request.modelId(Bodies.MODEL)
                        .contentType("application/json")
                        .body(Bodies.question(question)))
                .thenApply(response -> Stage.heard(response.body().asUtf8String()))
                .get();
    }
}
