package dev.narrative.testapp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Starts one of the two services: {@code studio [port]} in front, which needs to know the analyst
 * ({@code -Dstudio.analyst.url}, {@code STUDIO_ANALYST_URL}), or {@code analyst [port [storyteller]]} behind it, which
 * needs to know the model server ({@code -Dstudio.model.url}, {@code STUDIO_MODEL_URL}). Without a port, or with 0, any
 * free one is taken; it is printed as {@code listening <service> <port>}. The storyteller is {@code plain}, or
 * {@code langchain4j}.
 */
public final class Main {
    private static final String USAGE = "usage: studio [port] | analyst [port [plain|langchain4j]]";

    private Main() {}

    public static void main(String[] args) throws IOException {
        String service = args.length == 0 ? "" : args[0];
        StoryDesk desk =
                switch (service) {
                    case "studio" -> new StudioDesk(http(), url("studio.analyst.url"));
                    case "analyst" -> analyst(url("studio.model.url"), storyteller(args));
                    default -> null;
                };
        if (desk == null) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        int port = args.length < 2 ? 0 : Integer.parseInt(args[1]);
        StoryServer server = StoryServer.start(service, port, desk);
        System.out.println("listening " + service + " " + server.port());
    }

    static StoryDesk analyst(URI modelServer, StorytellerKind kind) {
        HttpClient http = http();
        ModelClient model = new ModelClient(http, modelServer);
        StoryStore store = new StoryStore();
        StoryAnalyst analyst =
                new StoryAnalyst(new UniverseReader(model), Threads.pool("reader", Universe.values().length * 2));
        return new AnalystDesk(
                analyst,
                new ChartService(model, store),
                new BeatWriter(model, store),
                kind.asking(modelServer, http, store));
    }

    private static StorytellerKind storyteller(String[] args) {
        return args.length < 3 ? StorytellerKind.PLAIN : StorytellerKind.valueOf(args[2].toUpperCase(Locale.ROOT));
    }

    private static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static URI url(String property) {
        String variable = property.replace('.', '_').toUpperCase(Locale.ROOT);
        String value = firstOf(System.getProperty(property), System.getenv(variable));
        if (value == null) {
            System.err.println("set -D" + property + " or " + variable);
            System.exit(2);
            throw new IllegalStateException("unreachable");
        }
        return URI.create(value);
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }
}
