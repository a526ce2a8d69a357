package dev.narrative.applications.bedrock;

import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolSpecification;

/** The format of {@code Converse}. */
final class Messages {
    private Messages() {}

    static Message user(String text) {
        return Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(text))
                .build();
    }

    static ToolConfiguration weather() {
        ToolSpecification weather = ToolSpecification.builder()
                .name("weather")
                .inputSchema(schema -> schema.json(
                        Document.mapBuilder().putString("type", "object").build()))
                .build();
        return ToolConfiguration.builder().tools(Tool.fromToolSpec(weather)).build();
    }

    static String text(ConverseResponse response) {
        return response.output().message().content().get(0).text() + " " + response.stopReasonAsString() + " "
                + response.usage().inputTokens() + "/" + response.usage().outputTokens();
    }
}
