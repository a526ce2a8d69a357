package dev.narrative.applications.bedrock;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

record InvokeModel(BedrockRuntimeClient client) implements Model {
    @Override
    public String ask(String question) {
        return client.invokeModel(request -> request.modelId(Bodies.MODEL)
                        .contentType("application/json")
                        .body(Bodies.question(question)))
                .body()
                .asUtf8String();
    }
}
