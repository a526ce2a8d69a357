package dev.narrative.testing.llm;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What an application does with a model over a bare HTTP client, one method a scenario. It prints what it got, so that
 * two runs can be compared byte by byte.
 */
public final class ModelScenarios {
    static final String MODEL = "gpt-4o-mini";
    static final String SECRET = "ada@example.com";

    /** An argument behind the addresses: stay, until the process is stopped. */
    static final String STAY = "stay";

    private static final int COLLECTIONS = 20;

    private final ModelClient client;
    private final URI healthy;
    private final URI refusing;
    private final URI cutting;

    /** @param args the addresses of a server that answers, of one that refuses, and of one that cuts its answers off */
    private ModelScenarios(ModelClient client, String[] args) {
        this.client = client;
        this.healthy = URI.create(args[0]);
        this.refusing = URI.create(args[1]);
        this.cutting = URI.create(args[2]);
    }

    /** Plays all scenarios, and collects the garbage: for a second, or until it is stopped, when told to stay. */
    static void play(ModelClient client, String[] args) throws Exception {
        new ModelScenarios(client, args).run();
        collect(COLLECTIONS);
        System.out.println("scenarios done");
        while (List.of(args).contains(STAY)) {
            collect(1);
        }
    }

    private static void collect(int times) {
        for (int i = 0; i < times; i++) {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void run() throws Exception {
        show("whole", whole());
        show("streamed", streamed());
        show("embedded", embedded());
        show("refused", refused());
        show("cut", cut());
        show("closed", closed());
        show("somethingElse", somethingElse());
        dropped();
    }

    byte[] whole() throws Exception {
        return read(healthy, "/v1/chat/completions", chat("Tell of a river.", false));
    }

    byte[] streamed() throws Exception {
        return read(healthy, "/v1/chat/completions", chat("Tell of a bridge.", true));
    }

    byte[] embedded() throws Exception {
        return read(
                healthy,
                "/v1/embeddings",
                "{\"model\":\"text-embedding-3-small\",\"input\":[\"a river\",\"a bridge\"]}");
    }

    byte[] refused() throws Exception {
        return read(refusing, "/v1/chat/completions", chat("Tell of a wall.", false));
    }

    byte[] cut() throws Exception {
        return read(cutting, "/v1/chat/completions", chat("Tell of a storm.", true));
    }

    /** Wants no more after the first byte. */
    byte[] closed() throws Exception {
        try (InputStream answer = client.open(healthy.resolve("/v1/chat/completions"), chat("Tell of rain.", true))) {
            return new byte[] {(byte) answer.read()};
        }
    }

    /** Reads one byte and forgets the rest, which a garbage collection finds. */
    void dropped() throws Exception {
        client.open(healthy.resolve("/v1/chat/completions"), chat("Tell of fog.", true))
                .read();
    }

    /** A service of the application's own, at a path that a model could have. */
    byte[] somethingElse() throws Exception {
        return read(refusing, "/v1/chat/completions", "{\"text\":\"hello\"}");
    }

    private byte[] read(URI server, String path, String body) throws Exception {
        try (InputStream answer = client.open(server.resolve(path), body)) {
            return answer.readAllBytes();
        } catch (IOException failed) {
            return new byte[] {-1};
        }
    }

    private static String chat(String question, boolean stream) {
        return "{\"model\":\"" + MODEL + "\",\"temperature\":0.5,\"max_tokens\":200,\"messages\":["
                + "{\"role\":\"system\",\"content\":\"You tell stories to " + SECRET + ".\"},"
                + "{\"role\":\"user\",\"content\":\"" + question + "\"}]"
                + (stream ? ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}" : "}");
    }

    private static void show(String scenario, byte[] answer) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer);
        System.out.println(scenario + " " + answer.length + " " + HexFormat.of().formatHex(digest));
    }
}
