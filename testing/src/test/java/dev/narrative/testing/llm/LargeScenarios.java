package dev.narrative.testing.llm;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers and questions that do not fit into memory several times over, and many short ones. It prints how many bytes
 * came and how much memory is in use, so that runs with and without the agent can be compared.
 */
public final class LargeScenarios {
    /** Stands in what is asked where the application keeps the answer. */
    static final String KEPT = "Keep this.";

    static final int SHORT_CALLS = 5_000;
    private static final int KEPT_CALLS = 500;
    private static final int PROMPT = 5_000_000;
    private static final int KEPT_PROMPT = 20_000;
    private static final int WARM_UP = 500;
    private static final int COLLECTIONS = 3;
    private static final long LITTLE = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ModelClient client;
    private final URI url;
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    LargeScenarios(ModelClient client, String server) {
        this.client = client;
        this.url = URI.create(server).resolve("/v1/chat/completions");
    }

    void run() throws Exception {
        streamed();
        shortCalls(WARM_UP);
        long before = used();
        shortCalls(SHORT_CALLS);
        System.out.println("grown " + growth(before));
        kept();
        asked();
        System.out.println("scenarios done");
    }

    /** The first answer, which the server makes 100 MB long. */
    void streamed() throws Exception {
        long before = used();
        long bytes = 0;
        long held = 0;
        byte[] piece = new byte[8_192];
        try (InputStream answer = client.open(url, chat("Go on.", true))) {
            for (int count; (count = answer.read(piece)) >= 0; ) {
                bytes += count;
                if (held == 0 && bytes > 50_000_000) {
                    held = used() - before;
                }
            }
        }
        System.out.println("held " + held);
        System.out.println("streamed " + bytes);
    }

    void shortCalls(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            read(chat("Hello.", false));
        }
    }

    /** Calls of which the application keeps the stream that it has read. */
    void kept() throws Exception {
        String question = chat(KEPT + "k".repeat(KEPT_PROMPT), false);
        List<InputStream> answers = new ArrayList<>();
        long before = used();
        for (int i = 0; i < KEPT_CALLS; i++) {
            answers.add(read(question));
        }
        System.out.println("kept " + growth(before) / answers.size());
    }

    void asked() throws Exception {
        read(chat("q".repeat(PROMPT), false));
    }

    private InputStream read(String body) throws Exception {
        try (InputStream answer = client.open(url, body)) {
            while (answer.read() >= 0) {}
            return answer;
        }
    }

    /** What is in use beyond that: the least within some time, since spans may wait to be written. */
    private long growth(long before) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long least = used() - before;
        while (least > LITTLE && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            least = Math.min(least, used() - before);
        }
        return least;
    }

    private long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static String chat(String question, boolean stream) {
        return "{\"model\":\"" + ModelScenarios.MODEL + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + question
                + "\"}]" + (stream ? ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}" : "}");
    }
}
