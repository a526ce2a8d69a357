package dev.narrative.benchmarks.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Classes of Narrative's own, out of the jar that is shipped, where they lie hidden from the application. */
final class AgentClasses extends ClassLoader implements AutoCloseable {
    private final JarFile jar;

    AgentClasses(Path agentJar) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        jar = new JarFile(agentJar.toFile());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = jar.getEntry("narrative/" + name.replace('.', '/') + ".classdata");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
