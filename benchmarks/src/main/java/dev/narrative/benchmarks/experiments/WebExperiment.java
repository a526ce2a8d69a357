package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.run.LoadProcess.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The web application: its footprint when warm, its CPU at an even pace, how much it bears at full load. */
final class WebExperiment implements SoloExperiment {
    private static final int CONNECTIONS = 8;

    /** A fraction of what the application bears, so that nobody drops spans. */
    private static final int EVEN_PACE = 500;

    private static final int FLAT_OUT = 0;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "web";
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(Contestant.NONE, Contestant.OPENTELEMETRY, Contestant.NARRATIVE);
    }

    @Override
    public int rounds(Effort effort) {
        return effort.steadyRounds();
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Map<String, Double> figures = new HashMap<>();
        try (JavaProcess application = Storybook.start(name(), contestant, stage)) {
            int port = Integer.parseInt(application.await("port"));
            int loadSeconds = stage.effort().loadSeconds();
            stage.load().put(port, Storybook.PAGE, CONNECTIONS, FLAT_OUT, loadSeconds);
            footprint(port, figures);
            // The compiler works on what the full load has shown it for longer than the load lasted.
            stage.load()
                    .put(
                            port,
                            Storybook.PAGE,
                            CONNECTIONS,
                            EVEN_PACE,
                            stage.effort().settleSeconds());

            if (contestant.traces()) {
                stage.sink().settle();
            }
            stage.sink().reset();
            double cpu = application.cpuSeconds();
            int seconds = stage.effort().pacedSeconds();
            Load pace = stage.load().put(port, Storybook.PAGE, CONNECTIONS, EVEN_PACE, seconds);
            figures.put("pace.cpu", (application.cpuSeconds() - cpu) * 1e6 / pace.requests());
            lost("pace.lost", pace, contestant, stage, figures);

            stage.sink().reset();
            Load full = stage.load().put(port, Storybook.PAGE, CONNECTIONS, FLAT_OUT, loadSeconds);
            figures.put("full.rate", full.requests() / full.seconds());
            lost("full.lost", full, contestant, stage, figures);
            figures.put("peak", application.peakMegabytes());
            application.stop();
        }
        return figures;
    }

    private static void lost(String name, Load load, Contestant contestant, Stage stage, Map<String, Double> figures) {
        if (contestant.traces()) {
            long expected = load.requests() * Storybook.SPANS_PER_REQUEST;
            figures.put(name, (double) expected - stage.sink().settle());
        }
    }

    private void footprint(int port, Map<String, Double> figures) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/footprint"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            String[] words = client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .split(" ");
            figures.put("classes", Double.parseDouble(words[0]));
            figures.put("metaspace", Double.parseDouble(words[1]) / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
