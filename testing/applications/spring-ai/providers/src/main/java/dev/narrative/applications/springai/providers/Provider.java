package dev.narrative.applications.springai.providers;

import io.netty.resolver.DefaultAddressResolverGroup;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** The models of one provider. */
interface Provider {
    RetryTemplate ONCE = RetryTemplate.builder().maxAttempts(1).build();

    /** Over the JDK's client, which blocking calls would leave for Apache's that Bedrock's module brings. */
    static RestClient.Builder http() {
        return RestClient.builder().requestFactory(new JdkClientHttpRequestFactory());
    }

    /** Over Reactor Netty, with the names that the JDK knows. */
    static WebClient.Builder reactiveHttp() {
        HttpClient client = HttpClient.create().resolver(DefaultAddressResolverGroup.INSTANCE);
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(client));
    }

    ChatModel chat();

    default EmbeddingModel embedding() {
        throw new UnsupportedOperationException();
    }

    /** @param url the server's, without a path */
    static Provider named(String name, String url) {
        return switch (name) {
            case "openai" -> new OpenAi(url);
            case "anthropic" -> new Anthropic(url);
            case "gemini" -> Gemini.ofGoogleAi(url);
            case "vertex" -> Gemini.ofVertex(url);
            case "mistral" -> new Mistral(url);
            case "ollama" -> new Ollama(url);
            case "bedrock" -> new Bedrock(url);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
