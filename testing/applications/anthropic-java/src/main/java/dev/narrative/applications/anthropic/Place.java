package dev.narrative.applications.anthropic;

import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.vertex.backends.VertexBackend;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.time.Instant;
import java.util.Date;

/** Where Anthropic's models are, and what they are called there. */
enum Place {
    ANTHROPIC("claude-sonnet-4-5") {
        @Override
        AnthropicOkHttpClient.Builder client(String url) {
            return AnthropicOkHttpClient.builder().baseUrl(url).apiKey("test");
        }
    },
    BEDROCK("anthropic.claude-3-haiku-20240307-v1:0") {
        @Override
        AnthropicOkHttpClient.Builder client(String url) {
            return AnthropicOkHttpClient.builder().backend(LocalBedrock.at(url));
        }
    },
    VERTEX("claude-sonnet-4-5@20250929") {
        @Override
        AnthropicOkHttpClient.Builder client(String url) {
            Date later = Date.from(Instant.now().plusSeconds(3600));
            return AnthropicOkHttpClient.builder()
                    .backend(VertexBackend.builder()
                            .baseUrl(url)
                            .project("bridges")
                            .region("europe-west1")
                            .googleCredentials(GoogleCredentials.create(new AccessToken("test", later)))
                            .build());
        }
    };

    final String model;

    Place(String model) {
        this.model = model;
    }

    abstract AnthropicOkHttpClient.Builder client(String url);

    /** @param scenario begins with the place, unless that is the provider itself */
    static Place of(String scenario) {
        return scenario.startsWith("bedrock-") ? BEDROCK : scenario.startsWith("vertex-") ? VERTEX : ANTHROPIC;
    }
}
