package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.bedrock.BedrockStreamingChatModel;
import dev.langchain4j.model.bedrock.BedrockTitanEmbeddingModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

record Bedrock(String url) implements Provider {
    private static final String CHAT = "anthropic.claude-3-haiku-20240307-v1:0";
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("an-access-key", "its-secret"));

    @Override
    public ChatModel chat() {
        return BedrockChatModel.builder()
                .client(client())
                .modelId(CHAT)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streaming() {
        BedrockRuntimeAsyncClient client = BedrockRuntimeAsyncClient.builder()
                .httpClient(NettyNioAsyncHttpClient.create())
                .endpointOverride(URI.create(url))
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .build();
        return BedrockStreamingChatModel.builder().client(client).modelId(CHAT).build();
    }

    @Override
    public EmbeddingModel embedding() {
        return BedrockTitanEmbeddingModel.builder()
                .client(client())
                .model("amazon.titan-embed-text-v1")
                .maxRetries(0)
                .build();
    }

    private BedrockRuntimeClient client() {
        return BedrockRuntimeClient.builder()
                .endpointOverride(URI.create(url))
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .build();
    }
}
