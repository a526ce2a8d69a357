package dev.narrative.testing.agent.context;

import static dev.narrative.testing.agent.Steps.in;
import static dev.narrative.testing.agent.Steps.mark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Goes on elsewhere: fork-join tasks, parallel streams, timers, futures, threads. */
final class AsyncProgram {
    private AsyncProgram() {}

    public static void main(String[] args) throws Exception {
        forkJoin();
        scheduled();
        futures();
        threads();
    }

    private static void forkJoin() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        in("fork-join", () -> {
            pool.submit(() -> mark("fork-join submit")).get();
            pool.submit(() -> {
                        mark("fork-join call");
                        return "";
                    })
                    .get();
            pool.execute(() -> mark("fork-join execute"));
            pool.invoke(new Halved(8));
        });
        pool.execute(() -> mark("fork-join later"));
        ExecutorsProgram.finish(pool);
        in("parallel stream", () -> IntStream.range(0, 200).parallel().forEach(i -> mark("element")));
        IntStream.range(0, 50).parallel().forEach(i -> mark("element of nobody"));
    }

    private static final class Halved extends RecursiveAction {
        private static final long serialVersionUID = 1;
        private final int size;

        Halved(int size) {
            this.size = size;
        }

        @Override
        protected void compute() {
            if (size == 1) {
                mark("leaf");
            } else {
                invokeAll(new Halved(size / 2), new Halved(size - size / 2));
            }
        }
    }

    private static void scheduled() throws Exception {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        CountDownLatch periods = new CountDownLatch(3);
        in("scheduling", () -> {
            timer.schedule(() -> mark("scheduled"), 5, TimeUnit.MILLISECONDS);
            timer.schedule(
                    () -> {
                        mark("scheduled call");
                        return "";
                    },
                    5,
                    TimeUnit.MILLISECONDS);
            timer.execute(() -> mark("executed by timer"));
            timer.scheduleAtFixedRate(() -> period(periods), 1, 5, TimeUnit.MILLISECONDS);
        });
        periods.await();
        ExecutorsProgram.finish(timer);
    }

    private static void period(CountDownLatch periods) {
        mark("period");
        periods.countDown();
    }

    /** Stages are attached within one span, and run when a thread without any completes the future. */
    private static void futures() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> failing = new CompletableFuture<>();
        CompletableFuture<?>[] ends = new CompletableFuture<?>[12];
        in("attaching", () -> {
            ends[0] = source.thenApply(value -> say("thenApply", value));
            ends[1] = source.thenAccept(value -> mark("thenAccept"));
            ends[2] = source.thenRun(() -> mark("thenRun"));
            ends[3] = source.handle((value, error) -> say("handle", value));
            ends[4] = source.whenComplete((value, error) -> mark("whenComplete"));
            ends[5] = source.thenCompose(value -> CompletableFuture.completedFuture(say("thenCompose", value)));
            ends[6] = source.thenCombine(source, (one, other) -> say("thenCombine", one));
            ends[7] = failing.exceptionally(error -> say("exceptionally", ""));
            ends[8] = source.thenApplyAsync(value -> say("thenApplyAsync", value));
            ends[9] = CompletableFuture.supplyAsync(() -> say("supplyAsync", ""));
            ends[10] = CompletableFuture.runAsync(() -> mark("runAsync"));
            ends[11] = source.applyToEither(failing, value -> say("applyToEither", value));
        });
        Thread completing = new Thread(() -> {
            source.complete("value");
            failing.completeExceptionally(new IllegalStateException("failed"));
        });
        completing.start();
        CompletableFuture.allOf(ends).get(20, TimeUnit.SECONDS);
        CompletableFuture.runAsync(() -> mark("runAsync later")).get();
    }

    private static String say(String name, String value) {
        mark(name);
        return value;
    }

    private static void threads() throws Exception {
        Thread[] threads = new Thread[1];
        in("thread", () -> threads[0] = new Thread(() -> mark("in thread")));
        threads[0].start();
        threads[0].join();
    }
}
