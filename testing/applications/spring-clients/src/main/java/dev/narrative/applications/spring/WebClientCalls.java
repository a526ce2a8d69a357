package dev.narrative.applications.spring;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Spring's {@code WebClient}. */
public final class WebClientCalls implements Calls {
    private final WebClient client;

    private WebClientCalls(ClientHttpConnector connector) {
        client = WebClient.builder().clientConnector(connector).build();
    }

    public static WebClientCalls overReactorNetty(Duration patience) {
        return new WebClientCalls(new ReactorClientHttpConnector(
                HttpClient.create().followRedirect(true).responseTimeout(patience)));
    }

    public static WebClientCalls overTheJdk(Duration patience) {
        JdkClientHttpConnector connector = new JdkClientHttpConnector(java.net.http.HttpClient.newBuilder()
                .followRedirects(java.net.http.HttpClient.Redirect.NORMAL)
                .build());
        connector.setReadTimeout(patience);
        return new WebClientCalls(connector);
    }

    WebClient client() {
        return client;
    }

    @Override
    public Reply get(URI url, Map<String, String> headers) {
        return client.get()
                .uri(url)
                .headers(all -> headers.forEach(all::set))
                .exchangeToMono(WebClientCalls::reply)
                .block();
    }

    @Override
    public Reply post(URI url, byte[] body) {
        return client.post()
                .uri(url)
                .bodyValue(body)
                .exchangeToMono(WebClientCalls::reply)
                .block();
    }

    private static Mono<Reply> reply(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(bytes -> Reply.of(response.statusCode().value(), bytes));
    }
}
