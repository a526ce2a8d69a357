package dev.narrative.applications.spring;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls to a model by Spring's {@code WebClient}; each method is traced. */
public final class ModelScenarios {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final WebClient client;
    private final URI model;
    private final URI brokenModel;

    private ModelScenarios(WebClient client, String model, String brokenModel) {
        this.client = client;
        this.model = URI.create(model).resolve("/v1/chat/completions");
        this.brokenModel = URI.create(brokenModel).resolve("/v1/chat/completions");
    }

    public static void play(WebClientCalls calls, String model, String brokenModel) {
        ModelScenarios scenarios = new ModelScenarios(calls.client(), model, brokenModel);
        scenarios.asked();
        scenarios.streamed();
        scenarios.readSlowly();
        scenarios.givenUp();
        scenarios.cutOff();
    }

    public void asked() {
        call(model, false).bodyToMono(String.class).doOnNext(text -> heard()).block(LIMIT);
    }

    public void heard() {}

    public void streamed() {
        call(model, true).bodyToFlux(String.class).doOnComplete(this::heardAll).blockLast(LIMIT);
    }

    public void heardAll() {}

    public void readSlowly() {
        call(model, true)
                .bodyToFlux(String.class)
                .limitRate(1)
                .concatMap(word -> Mono.delay(Duration.ofMillis(1)).thenReturn(word), 1)
                .blockLast(LIMIT);
    }

    /** Reads two pieces and no more. */
    public void givenUp() {
        call(model, true).bodyToFlux(String.class).take(2).blockLast(LIMIT);
    }

    public void cutOff() {
        call(brokenModel, true)
                .bodyToFlux(String.class)
                .onErrorResume(error -> Flux.empty())
                .blockLast(LIMIT);
    }

    private WebClient.ResponseSpec call(URI url, boolean streaming) {
        String body = "{\"model\":\"tiny-1\",\"stream\":" + streaming
                + ",\"stream_options\":{\"include_usage\":true}"
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Tell a story.\"}]}";
        return client.post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(streaming ? body : body.replace(",\"stream_options\":{\"include_usage\":true}", ""))
                .retrieve();
    }
}
