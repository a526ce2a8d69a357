package dev.narrative.applications.bedrock;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler.Visitor;

record InvokeModelStream(BedrockRuntimeAsyncClient client) implements Model {
    @Override
    public String ask(String question) throws Exception {
        StringBuilder answer = new StringBuilder();
        Visitor visitor = Visitor.builder()
                .onChunk(chunk -> answer.append(Stage.heard(chunk.bytes().asUtf8String())))
                .build();
        start(
                        question,
                        InvokeModelWithResponseStreamResponseHandler.builder()
                                .subscriber(visitor)
                                .build())
                .get();
        return answer.toString();
    }

    CompletableFuture<Void> start(String question, InvokeModelWithResponseStreamResponseHandler handler) {
        return client.invokeModelWithResponseStream(
                InvokeModelWithResponseStreamRequest.builder()
                        .modelId(Bodies.MODEL)
                        .contentType("application/json")
                        .body(Bodies.question(question))
                        .build(),
                handler);
    }
}
