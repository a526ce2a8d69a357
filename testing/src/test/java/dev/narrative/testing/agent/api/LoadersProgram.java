package dev.narrative.testing.agent.api;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Runs the same plugin in two loaders, each with a copy of the API, as an application server does. */
final class LoadersProgram {
    private static final long LIMIT_NANOS = 20_000_000_000L;

    private LoadersProgram() {}

    public static void main(String[] args) throws Exception {
        List<WeakReference<ClassLoader>> loaders = List.of(deployed("first"), deployed("second"));
        long deadline = System.nanoTime() + LIMIT_NANOS;
        for (WeakReference<ClassLoader> loader : loaders) {
            while (loader.get() != null && System.nanoTime() - deadline < 0) {
                System.gc();
                LockSupport.parkNanos(50_000_000);
            }
            System.out.println("collected " + (loader.get() == null));
        }
    }

    private static WeakReference<ClassLoader> deployed(String name) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        ClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        Class<?> plugin = Class.forName("dev.narrative.testing.agent.api.ApiPlugin", true, loader);
        plugin.getMethod("run", String.class).invoke(null, name);
        return new WeakReference<>(loader);
    }
}
