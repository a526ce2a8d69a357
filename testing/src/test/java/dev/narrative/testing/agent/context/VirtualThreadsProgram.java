package dev.narrative.testing.agent.context;

import static dev.narrative.testing.agent.Steps.in;
import static dev.narrative.testing.agent.Steps.mark;

import dev.narrative.testing.agent.Steps;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, called by reflection since the tests are compiled for Java 17. */
final class VirtualThreadsProgram {
    static final int MANY = 10_000;

    private VirtualThreadsProgram() {}

    public static void main(String[] args) throws Exception {
        in("virtual", () -> start(() -> mark("in virtual thread")).join());
        in("virtual within virtual", () -> {
            Thread outer = start(() ->
                    in("outer virtual", () -> start(() -> mark("inner virtual")).join()));
            outer.join();
        });
        ExecutorService many = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        in("many virtual", () -> {
            for (int i = 0; i < MANY; i++) {
                many.execute(() -> mark("one of many"));
            }
            many.submit(() -> mark("virtual submit")).get();
        });
        many.execute(() -> mark("virtual later"));
        ExecutorsProgram.finish(many);
    }

    private static Thread start(Steps.Body body) throws Exception {
        Runnable task = () -> {
            try {
                body.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }
}
