package dev.narrative.testing.http;

import dev.narrative.testing.http.ClientUnderTest.Answer;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs in the forked JVM: one traced method for each clause of the contract, with the session as its argument. */
final class ClientScenarios {
    static final String SESSION = "session-7";
    static final int PARALLEL = 8;
    static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** For answers that come, however busy the machine is. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For the one that never comes. */
    private static final Duration IMPATIENCE = Duration.ofMillis(500);

    private final ClientUnderTest client;
    private final ClientUnderTest impatient;
    private final URI server;

    /** @param clients makes one that gives up after so long */
    ClientScenarios(Function<Duration, ? extends ClientUnderTest> clients, String server) {
        this.client = clients.apply(PATIENCE);
        this.impatient = clients.apply(IMPATIENCE);
        this.server = URI.create(server);
    }

    void run() throws Exception {
        success(SESSION);
        errorStatus(SESSION);
        redirect(SESSION);
        redirectToStrangers(SESSION);
        body(SESSION);
        ownHeaders(SESSION);
        expectFailure(() -> refused(SESSION));
        expectFailure(() -> timeout(SESSION));
        parallel(SESSION);
        client.close();
        impatient.close();
        System.out.println("scenarios done");
    }

    void success(String session) throws Exception {
        check(client.get(server.resolve("/ok?token=secret&page=2"), Map.of()), 200);
    }

    void errorStatus(String session) throws Exception {
        check(client.get(server.resolve("/missing"), Map.of()), 404);
    }

    void redirect(String session) throws Exception {
        check(client.get(server.resolve("/redirect"), Map.of()), 200);
    }

    /** To a host that the rules exclude. */
    void redirectToStrangers(String session) throws Exception {
        check(client.get(server.resolve("/leave"), Map.of()), 200);
    }

    void body(String session) throws Exception {
        byte[] sent = new byte[100_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31);
        }
        Answer answer = client.post(server.resolve("/echo"), sent);
        check(answer, 200);
        if (!answer.equals(Answer.of(200, sent))) {
            throw new AssertionError("the body has changed on its way");
        }
    }

    /** As a gateway does that copies all headers of what came in. */
    void ownHeaders(String session) throws Exception {
        check(client.get(server.resolve("/own"), Map.of("TraceParent", PARENT, "x-session-id", "its own")), 200);
    }

    void refused(String session) throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        client.get(URI.create("http://localhost:" + free + "/"), Map.of());
    }

    void timeout(String session) throws Exception {
        impatient.get(server.resolve("/slow"), Map.of());
    }

    void parallel(String session) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(PARALLEL);
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < PARALLEL; i++) {
            int number = i;
            calls.add(pool.submit(() -> {
                parallelCall(number);
                return null;
            }));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        pool.shutdown();
    }

    void parallelCall(int number) throws Exception {
        check(client.get(server.resolve("/parallel/" + number), Map.of()), 200);
    }

    private static void check(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError("status " + answer.status() + " instead of " + status);
        }
    }

    private static void expectFailure(Scenario scenario) {
        try {
            scenario.run();
        } catch (Exception expected) {
            return;
        }
        throw new AssertionError("should have failed");
    }

    private interface Scenario {
        void run() throws Exception;
    }
}
