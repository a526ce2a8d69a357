package dev.narrative.applications.bedrock;

import java.net.URI;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

record BlockingModels(SdkHttpClient http) implements Models {
    @Override
    public Model model(String scene, URI server) {
        BedrockRuntimeClient client = BedrockRuntimeClient.builder()
                .httpClient(http)
                .region(Region.US_EAST_1)
                .credentialsProvider(Credentials.STATIC)
                .endpointOverride(server)
                .overrideConfiguration(call -> call.apiCallTimeout(Models.patience(scene)))
                .build();
        return switch (Models.operation(scene)) {
            case "invoke" -> new InvokeModel(client);
            case "converse-tools" -> new ConverseTools(client);
            case "converse" -> new Converse(client);
            default -> throw new IllegalArgumentException(scene);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
