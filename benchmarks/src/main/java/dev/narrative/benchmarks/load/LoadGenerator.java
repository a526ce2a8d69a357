package dev.narrative.benchmarks.load;

import dev.narrative.benchmarks.workload.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Puts load on the web application for as long as it is told to. Each order is a line on stdin, {@code port path
 * connections requestsPerSecond seconds} with a rate of 0 for as fast as it goes; each is answered by {@code load
 * requests nanos}.
 */
public final class LoadGenerator {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Conversation conversation = new Conversation();

    private LoadGenerator() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        LoadGenerator generator = new LoadGenerator();
        for (String line = generator.conversation.hear(); !line.equals("quit"); line = generator.conversation.hear()) {
            generator.carryOut(Order.parse(line));
        }
        generator.threads.shutdownNow();
    }

    private void carryOut(Order order) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < order.connections(); i++) {
            int index = i;
            counts.add(threads.submit(() -> drive(order, begin, index)));
        }
        long requests = 0;
        for (Future<Long> count : counts) {
            try {
                requests += count.get();
            } catch (ExecutionException e) {
                throw new IOException("The load on port " + order.port() + " broke off", e);
            }
        }
        conversation.tell("load", requests + " " + (System.nanoTime() - begin));
    }

    private static long drive(Order order, long begin, int index) throws IOException, InterruptedException {
        long end = begin + TimeUnit.SECONDS.toNanos(order.seconds());
        long requests = 0;
        try (Connection connection = new Connection(order.port(), order.path())) {
            for (long due = order.due(begin, index, requests); due < end; due = order.due(begin, index, requests)) {
                long left = due - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.sleep(left);
                }
                connection.call();
                requests++;
            }
        }
        return requests;
    }
}
