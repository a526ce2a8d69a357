package dev.narrative.applications.bedrock;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

record ConverseAsync(BedrockRuntimeAsyncClient client) implements Model {
    @Override
    public String ask(String question) throws Exception {
        return client.converse(request -> request.modelId(Bodies.MODEL).messages(Messages.user(question)))
                .thenApply(response -> Stage.heard(Messages.text(response)))
                .get();
    }
}
