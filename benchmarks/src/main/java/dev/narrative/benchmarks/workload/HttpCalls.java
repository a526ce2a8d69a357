package dev.narrative.benchmarks.workload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * One JDK HttpClient call after the other to a server in another process.
 *
 * <p>Arguments: address, calls to warm up, calls to measure.
 */
public final class HttpCalls {
    /** How the JDK names the threads of an HttpClient that was not given an executor. */
    private static final String CLIENT_THREADS = "HttpClient-";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    private HttpCalls(URI target) {
        request = HttpRequest.newBuilder(target).build();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        HttpCalls calls = new HttpCalls(URI.create(args[0]));
        calls.repeat(Integer.parseInt(args[1]));
        Conversation conversation = new Conversation();
        if (conversation.ask("ready").equals("quit")) {
            return;
        }
        int count = Integer.parseInt(args[2]);
        Meter meter = new Meter();
        long allocated = meter.allocatedByThisThreadAnd(CLIENT_THREADS);
        long cpu = meter.processCpuNanos();
        calls.repeat(count);
        cpu = meter.processCpuNanos() - cpu;
        allocated = meter.allocatedByThisThreadAnd(CLIENT_THREADS) - allocated;
        conversation.tell("cpu", cpu / 1e3 / count);
        conversation.tell("alloc", (double) allocated / count);
        conversation.tell("operations", count);
    }

    private void repeat(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The target answered " + response.statusCode());
            }
        }
    }
}
