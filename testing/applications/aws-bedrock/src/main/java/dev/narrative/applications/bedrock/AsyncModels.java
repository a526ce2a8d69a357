package dev.narrative.applications.bedrock;

import java.net.URI;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

record AsyncModels(SdkAsyncHttpClient http) implements Models {
    @Override
    public Model model(String scene, URI server) {
        BedrockRuntimeAsyncClient client = BedrockRuntimeAsyncClient.builder()
                .httpClient(http)
                .region(Region.US_EAST_1)
                .credentialsProvider(Credentials.STATIC)
                .endpointOverride(server)
                .overrideConfiguration(call -> call.apiCallTimeout(Models.patience(scene)))
                .build();
        return switch (Models.operation(scene)) {
            case "invoke" -> new InvokeModelAsync(client);
            case "invoke-cancelled" -> new Cancelled(client);
            case "invoke-stream" -> new InvokeModelStream(client);
            case "invoke-stream-left" -> new LeftStream(new InvokeModelStream(client));
            case "converse" -> new ConverseAsync(client);
            case "converse-stream-tools" -> new ConverseStreamTools(client);
            case "converse-stream" -> new ConverseStream(client);
            default -> throw new IllegalArgumentException(scene);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
