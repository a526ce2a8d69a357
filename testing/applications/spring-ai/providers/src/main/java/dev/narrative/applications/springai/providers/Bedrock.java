package dev.narrative.applications.springai.providers;

import java.net.URI;
import org.springframework.ai.bedrock.converse.BedrockChatOptions;
import org.springframework.ai.bedrock.converse.BedrockProxyChatModel;
import org.springframework.ai.chat.model.ChatModel;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

record Bedrock(String url) implements Provider {
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("an-access-key", "its-secret"));

    static {
        // Spring's model looks for a region in the instance's metadata, even where it is given its clients.
        System.setProperty("aws.disableEc2Metadata", "true");
        System.setProperty("aws.region", "us-east-1");
    }

    @Override
    public ChatModel chat() {
        URI server = URI.create(url);
        BedrockChatOptions options = BedrockChatOptions.builder()
                .model("anthropic.claude-3-haiku-20240307-v1:0")
                .build();
        return BedrockProxyChatModel.builder()
                .bedrockRuntimeClient(BedrockRuntimeClient.builder()
                        .httpClient(ApacheHttpClient.create())
                        .endpointOverride(server)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(CREDENTIALS)
                        .build())
                .bedrockRuntimeAsyncClient(BedrockRuntimeAsyncClient.builder()
                        .httpClient(NettyNioAsyncHttpClient.create())
                        .endpointOverride(server)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(CREDENTIALS)
                        .build())
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .defaultOptions(options)
                .build();
    }
}
