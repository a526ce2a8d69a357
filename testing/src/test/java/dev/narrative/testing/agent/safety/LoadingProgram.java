package dev.narrative.testing.agent.safety;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Loads the same classes in many threads, each with a loader of its own, all at the same moment. */
final class LoadingProgram {
    static final int THREADS = 8;
    static final List<String> CLASSES = List.of(
            "dev.narrative.testing.agent.Steps",
            "dev.narrative.testing.agent.ManySteps",
            "dev.narrative.testing.agent.safety.Plugin",
            "dev.narrative.testing.agent.safety.HostileProgram",
            "dev.narrative.testing.agent.methods.KindsProgram",
            "dev.narrative.testing.agent.methods.ShopProgram",
            "dev.narrative.testing.agent.context.ExecutorsProgram");

    private LoadingProgram() {}

    public static void main(String[] args) throws Exception {
        URL[] classes = {new File(System.getProperty("java.class.path")).toURI().toURL()};
        CountDownLatch ready = new CountDownLatch(THREADS);
        AtomicInteger loaded = new AtomicInteger();
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> load(new URLClassLoader(classes, null), ready, loaded));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("loaded " + loaded);
    }

    private static void load(ClassLoader loader, CountDownLatch ready, AtomicInteger loaded) {
        try {
            ready.countDown();
            ready.await();
            for (String name : CLASSES) {
                Class.forName(name, true, loader);
                loaded.incrementAndGet();
            }
        } catch (ClassNotFoundException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
