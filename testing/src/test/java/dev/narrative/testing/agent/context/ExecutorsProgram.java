package dev.narrative.testing.agent.context;

import static dev.narrative.testing.agent.Steps.in;
import static dev.narrative.testing.agent.Steps.mark;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Hands work to thread pools in every way there is. */
final class ExecutorsProgram {
    private ExecutorsProgram() {}

    public static void main(String[] args) throws Exception {
        withPool(2, pool -> {
            in("execute", () -> pool.execute(() -> mark("executed")));
            in("submit", () -> {
                pool.submit(() -> mark("submitted")).get();
                pool.submit(() -> mark("submitted with result"), "result").get();
                pool.submit(call("called")).get();
            });
            in("invokeAll", () -> pool.invokeAll(List.of(call("first of all"), call("second of all"))));
            in("invokeAny", () -> pool.invokeAny(List.of(call("any"))));
        });
        sharedTask();
        rejected("abort", new ThreadPoolExecutor.AbortPolicy());
        rejected("caller runs", new ThreadPoolExecutor.CallerRunsPolicy());
        rejected("discard", new ThreadPoolExecutor.DiscardPolicy());
        rejected("discard oldest", new ThreadPoolExecutor.DiscardOldestPolicy());
        removed();
        prioritised();
        growing();
        seenByHooks();
    }

    /** One object, such as a lambda that captures nothing, waits in the queue for two spans at once. */
    private static void sharedTask() throws Exception {
        withPool(1, pool -> {
            Runnable shared = () -> mark("shared task");
            CountDownLatch gate = new CountDownLatch(1);
            pool.execute(() -> await(gate));
            in("one user", () -> pool.execute(shared));
            in("another user", () -> pool.execute(shared));
            pool.execute(shared);
            gate.countDown();
        });
    }

    /** What waits for a task that a policy has dealt with must not meet it when it is submitted anew. */
    private static void rejected(String name, RejectedExecutionHandler policy) throws Exception {
        Runnable task = () -> mark("after " + name);
        ThreadPoolExecutor full = pool(1, new LinkedBlockingQueue<>(1));
        full.setRejectedExecutionHandler(policy);
        CountDownLatch gate = new CountDownLatch(1);
        full.execute(() -> await(gate));
        full.execute(() -> {});
        in(name, () -> {
            try {
                full.execute(task);
            } catch (RejectedExecutionException expected) {
                System.out.println("rejected");
            }
        });
        gate.countDown();
        finish(full);
        withPool(1, pool -> pool.execute(task));
    }

    private static void removed() throws Exception {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        CountDownLatch gate = new CountDownLatch(1);
        pool.execute(() -> await(gate));
        Runnable task = () -> mark("after removal");
        in("removal", () -> {
            pool.execute(task);
            System.out.println("removed " + pool.remove(task));
        });
        pool.execute(task);
        gate.countDown();
        finish(pool);
    }

    private static void prioritised() throws Exception {
        ThreadPoolExecutor pool = pool(1, new PriorityBlockingQueue<>());
        CountDownLatch gate = new CountDownLatch(1);
        pool.execute(new Ranked(0, () -> await(gate)));
        in("ranking", () -> {
            pool.execute(new Ranked(2, () -> mark("ranked second")));
            pool.execute(new Ranked(1, () -> mark("ranked first")));
        });
        gate.countDown();
        finish(pool);
    }

    /** The worker is made while a span is current, and works on long after it. */
    private static void growing() throws Exception {
        ThreadPoolExecutor plain = pool(1, new LinkedBlockingQueue<>());
        ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
        in("growth", () -> {
            plain.execute(() -> mark("grown"));
            own.execute(() -> mark("grown by factory"));
        });
        plain.execute(() -> mark("later"));
        own.execute(() -> mark("later by factory"));
        finish(plain);
        finish(own);
    }

    private static void seenByHooks() throws Exception {
        Runnable task = () -> mark("seen");
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>()) {
            @Override
            protected void beforeExecute(Thread worker, Runnable next) {
                System.out.println("hook sees its own task " + (next == task));
            }
        };
        in("hooks", () -> pool.execute(task));
        finish(pool);
    }

    private static ThreadPoolExecutor pool(int threads, java.util.concurrent.BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, queue);
    }

    private interface Use {
        void of(ExecutorService pool) throws Exception;
    }

    private static void withPool(int threads, Use use) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        use.of(pool);
        finish(pool);
    }

    private static Callable<String> call(String name) {
        return () -> {
            mark(name);
            return name;
        };
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void finish(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the pool does not end");
        }
    }

    private record Ranked(int rank, Runnable work) implements Runnable, Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            return Integer.compare(rank, other.rank);
        }

        @Override
        public void run() {
            work.run();
        }
    }
}
