package dev.narrative.boot;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent behind the application's back: its classes lie in the jar under {@value #ROOT} with a suffix that no
 * other loader looks for, and its parent knows the JDK only. Neither side can see the other's libraries.
 */
public final class AgentLoader extends ClassLoader {
    public static final String ROOT = "narrative/";
    public static final String SUFFIX = ".classdata";
    private static final String BRIDGE = "dev.narrative.boot.";
    private static final String ENTRY = "dev.narrative.agent.AgentStart";

    static {
        registerAsParallelCapable();
    }

    private final File file;
    private final JarFile jar;

    public AgentLoader(File file) throws IOException {
        super("narrative", ClassLoader.getPlatformClassLoader());
        this.file = file;
        this.jar = new JarFile(file, false);
    }

    /** Starts the agent in its own loader; called once by the entry point. */
    public static void start(File file, @Nullable String argument, Instrumentation instrumentation) throws Exception {
        new AgentLoader(file)
                .loadClass(ENTRY)
                .getMethod("start", String.class, Instrumentation.class)
                .invoke(null, argument, instrumentation);
    }

    /** The bytes of a class of the agent, {@code null} when it has none of that name. */
    public byte @Nullable [] bytes(String className) {
        return read(className.replace('.', '/') + ".class");
    }

    /** Whether a class is the agent's. */
    public boolean has(String className) {
        return jar.getEntry(ROOT + className.replace('.', '/') + SUFFIX) != null;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(BRIDGE)) {
            return Class.forName(name, false, AgentLoader.class.getClassLoader());
        }
        byte[] bytes = bytes(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] bytes = read(name);
        return bytes != null ? new ByteArrayInputStream(bytes) : super.getResourceAsStream(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        String entry = entry(name);
        if (jar.getEntry(entry) == null) {
            return null;
        }
        try {
            return new URL("jar:" + file.toURI() + "!/" + entry);
        } catch (MalformedURLException impossible) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return found == null ? Collections.emptyEnumeration() : Collections.enumeration(Collections.singleton(found));
    }

    private byte @Nullable [] read(String name) {
        ZipEntry entry = jar.getEntry(entry(name));
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static String entry(String name) {
        return ROOT + (name.endsWith(".class") ? name.substring(0, name.length() - ".class".length()) + SUFFIX : name);
    }
}
