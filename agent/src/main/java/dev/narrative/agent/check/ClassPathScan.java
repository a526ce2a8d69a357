package dev.narrative.agent.check;

import dev.narrative.core.rules.AnnotationSearch;
import dev.narrative.core.rules.ClassFacts;
import dev.narrative.core.rules.Hierarchy;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of all classes in jars and directories, also in the jars within a Spring Boot jar or a web archive. Nothing
 * is loaded; of a class that is there twice the first counts, as it would for a class loader.
 */
final class ClassPathScan implements Hierarchy {
    private static final Set<String> CLASS_ROOTS = Set.of("BOOT-INF/classes/", "WEB-INF/classes/");
    private static final Set<String> JAR_ROOTS = Set.of("BOOT-INF/lib/", "WEB-INF/lib/", "WEB-INF/lib-provided/");

    private final Map<String, ClassFacts> classes = new LinkedHashMap<>();
    private final Map<String, byte[]> annotated = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int unreadable;

    /** Reads a jar, a directory of classes, or a directory's jars when it is named with {@code /*}. */
    void add(File file) {
        try {
            if (file.getName().equals("*")) {
                addJarsOf(file.getAbsoluteFile().getParentFile());
            } else if (file.isDirectory()) {
                addDirectory(file.toPath());
            } else {
                try (InputStream in = new FileInputStream(file)) {
                    addJar(file.getPath(), in);
                }
            }
        } catch (IOException | RuntimeException e) {
            problems.add(file + ": can't be read as a jar or directory: " + e.getMessage());
        }
    }

    Map<String, ClassFacts> classes() {
        return Collections.unmodifiableMap(classes);
    }

    /** The class file of a class that carries the API's annotation; {@code null} when it does not. */
    byte @Nullable [] annotated(ClassFacts facts) {
        return annotated.get(facts.internalName());
    }

    boolean hasAnnotated() {
        return !annotated.isEmpty();
    }

    /** What could not be read, one line each. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (unreadable > 0) {
            all.add(unreadable + " class files could not be read; they are torn or of a newer Java than is known here");
        }
        return all;
    }

    @Override
    public @Nullable ClassFacts find(String internalName) {
        ClassFacts facts = classes.get(internalName);
        return facts != null ? facts : ofJdk(internalName);
    }

    private static @Nullable ClassFacts ofJdk(String internalName) {
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(internalName + ".class")) {
            return in == null ? null : ClassFacts.read(in.readAllBytes());
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private void addJarsOf(File directory) {
        File[] jars = directory.listFiles((parent, name) -> name.endsWith(".jar"));
        if (jars == null) {
            problems.add(directory + ": is no directory");
            return;
        }
        Stream.of(jars).sorted().forEach(this::add);
    }

    private void addDirectory(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> found =
                    files.filter(file -> isClass(file.toString())).sorted().toList();
            for (Path file : found) {
                addClass(Files.readAllBytes(file));
            }
        }
    }

    private void addJar(String name, InputStream in) throws IOException {
        ZipInputStream jar = new ZipInputStream(in);
        boolean any = false;
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            any = true;
            addEntry(entry.getName(), jar);
        }
        if (!any) {
            problems.add(name + ": is no jar, or an empty one");
        }
    }

    private void addEntry(String name, ZipInputStream jar) throws IOException {
        if (isClass(name)) {
            boolean versioned = name.startsWith("META-INF/");
            boolean foreign = name.contains("-INF/") && CLASS_ROOTS.stream().noneMatch(name::startsWith);
            if (!versioned && !foreign) {
                addClass(jar.readAllBytes());
            }
        } else if (name.endsWith(".jar") && JAR_ROOTS.stream().anyMatch(name::startsWith)) {
            addJar(name, jar);
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class") && !name.endsWith("package-info.class");
    }

    private void addClass(byte[] bytes) {
        try {
            ClassFacts facts = ClassFacts.read(bytes);
            if (classes.putIfAbsent(facts.internalName(), facts) == null
                    && AnnotationSearch.finds(facts.internalName(), bytes)) {
                annotated.put(facts.internalName(), bytes);
            }
        } catch (IllegalArgumentException e) {
            unreadable++;
        }
    }
}
