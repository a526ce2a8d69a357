package dev.narrative.applications.bedrock;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler.Visitor;

record ConverseStream(BedrockRuntimeAsyncClient client) implements Model {
    @Override
    public String ask(String question) throws Exception {
        StringBuilder answer = new StringBuilder();
        Visitor visitor = Visitor.builder()
                .onContentBlockDelta(
                        event -> answer.append(Stage.heard(event.delta().text())))
                .onMetadata(event -> answer.append(event.usage().outputTokens()))
                .build();
        client.converseStream(
                        ConverseStreamRequest.builder()
                                .modelId(Bodies.MODEL)
                                .messages(Messages.user(question))
                                .build(),
                        ConverseStreamResponseHandler.builder()
                                .subscriber(visitor)
                                .build())
                .get();
        return answer.toString();
    }
}
