package dev.narrative.applications.bedrock;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/** Offers a tool. */
record ConverseTools(BedrockRuntimeClient client) implements Model {
    @Override
    public String ask(String question) {
        ToolUseBlock call = client.converse(request -> request.modelId(Bodies.MODEL)
                        .messages(Messages.user(question))
                        .toolConfig(Messages.weather()))
                .output()
                .message()
                .content()
                .get(0)
                .toolUse();
        return call.name() + " " + call.input();
    }
}
