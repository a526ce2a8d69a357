package dev.narrative.applications.bedrock;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/** Asks, and thinks better of it. */
record Cancelled(BedrockRuntimeAsyncClient client) implements Model {
    @Override
    public String ask(String question) {
        CompletableFuture<?> answer =
                client.invokeModel(request -> request.modelId(Bodies.MODEL).body(Bodies.question(question)));
        return "cancelled " + answer.cancel(true);
    }
}
