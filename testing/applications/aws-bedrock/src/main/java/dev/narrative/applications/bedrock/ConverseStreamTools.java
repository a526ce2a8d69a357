package dev.narrative.applications.bedrock;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler.Visitor;

/** Offers a tool, whose arguments come in pieces. */
record ConverseStreamTools(BedrockRuntimeAsyncClient client) implements Model {
    @Override
    public String ask(String question) throws Exception {
        StringBuilder call = new StringBuilder();
        Visitor visitor = Visitor.builder()
                .onContentBlockStart(
                        event -> call.append(event.start().toolUse().name()).append(' '))
                .onContentBlockDelta(
                        event -> call.append(event.delta().toolUse().input()))
                .build();
        client.converseStream(
                        request -> request.modelId(Bodies.MODEL)
                                .messages(Messages.user(question))
                                .toolConfig(Messages.weather()),
                        ConverseStreamResponseHandler.builder()
                                .subscriber(visitor)
                                .build())
                .get();
        return call.toString();
    }
}
