package dev.narrative.agent;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Writes the {@link InstrumentationIndex} while the agent is built; it is not part of the agent's jar. */
public final class InstrumentationIndexWriter {
    private InstrumentationIndexWriter() {}

    public static void main(String[] args) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        ClassLoader loader = InstrumentationIndexWriter.class.getClassLoader();
        for (InstrumentationModule module : ServiceLoader.load(InstrumentationModule.class, loader)) {
            for (TypeInstrumentation type : module.types()) {
                for (String name : type.types()) {
                    lines.add(name.replace('.', '/') + "\t" + module.name() + "\t"
                            + module.getClass().getName());
                }
            }
        }
        Path target = Path.of(args[0]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, lines);
    }
}
