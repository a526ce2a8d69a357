package dev.narrative.applications.springai.providers;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.time.Instant;
import java.util.Date;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.google.genai.GoogleGenAiChatModel;
import org.springframework.ai.google.genai.GoogleGenAiChatOptions;

/** Gemini of Google AI, or the same models of Vertex. */
record Gemini(Client client) implements Provider {
    static Gemini ofGoogleAi(String url) {
        return new Gemini(Client.builder().apiKey("test").httpOptions(at(url)).build());
    }

    static Gemini ofVertex(String url) {
        Date later = Date.from(Instant.now().plusSeconds(3600));
        return new Gemini(Client.builder()
                .vertexAI(true)
                .project("bridges")
                .location("europe-west1")
                .credentials(GoogleCredentials.create(new AccessToken("test", later)))
                .httpOptions(at(url))
                .build());
    }

    private static HttpOptions at(String url) {
        return HttpOptions.builder()
                .baseUrl(url)
                .retryOptions(HttpRetryOptions.builder().attempts(1))
                .build();
    }

    @Override
    public ChatModel chat() {
        return GoogleGenAiChatModel.builder()
                .genAiClient(client)
                .defaultOptions(GoogleGenAiChatOptions.builder()
                        .model("gemini-2.5-flash")
                        .build())
                .retryTemplate(ONCE)
                .build();
    }
}
