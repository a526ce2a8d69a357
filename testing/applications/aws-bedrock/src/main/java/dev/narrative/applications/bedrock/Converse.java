package dev.narrative.applications.bedrock;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

record Converse(BedrockRuntimeClient client) implements Model {
    @Override
    public String ask(String question) {
        return Messages.text(
                client.converse(request -> request.modelId(Bodies.MODEL).messages(Messages.user(question))));
    }
}
