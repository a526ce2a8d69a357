package dev.narrative.testing.agent.safety;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.locks.LockSupport;

/** Runs a plugin in a loader of its own, as an application server does, lets go of it, and waits for its end. */
final class LoaderLeakProgram {
    private static final long LIMIT_NANOS = 15_000_000_000L;

    private LoaderLeakProgram() {}

    public static void main(String[] args) throws Exception {
        WeakReference<ClassLoader> first = deployed();
        WeakReference<ClassLoader> second = deployed();
        System.out.println("first collected " + isCollected(first));
        System.out.println("second collected " + isCollected(second));
    }

    private static WeakReference<ClassLoader> deployed() throws Exception {
        URL classes = new File(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0])
                .toURI()
                .toURL();
        ClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
        Class<?> plugin = Class.forName("dev.narrative.testing.agent.safety.Plugin", true, loader);
        plugin.getMethod("run").invoke(null);
        return new WeakReference<>(loader);
    }

    private static boolean isCollected(WeakReference<ClassLoader> loader) {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (loader.get() != null && System.nanoTime() - deadline < 0) {
            System.gc();
            LockSupport.parkNanos(50_000_000);
        }
        return loader.get() == null;
    }
}
