package dev.narrative.testing;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A small application, written as text within a test and compiled when the test runs. */
public final class CompiledSource {
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "\\bpublic\\s+(?:(?:final|abstract|sealed|strictfp)\\s+)*(?:class|interface|record|enum|@interface)\\s+(\\w+)");
    private static final Pattern ANY_TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");

    private final Path directory;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Path> classpath = new ArrayList<>();
    private int release = 17;

    private CompiledSource(Path directory) {
        this.directory = directory;
    }

    /** @param directory an empty directory, such as a test's temporary one; gets {@code src} and {@code classes} */
    public static CompiledSource in(Path directory) {
        return new CompiledSource(directory);
    }

    /** Adds a file; package and file name are taken from the text. */
    public CompiledSource add(String source) {
        sources.put(fileName(source), source);
        return this;
    }

    public CompiledSource classpath(Path... entries) {
        classpath.addAll(Arrays.asList(entries));
        return this;
    }

    /** The Java release that is compiled for; 17 when nothing is said. */
    public CompiledSource release(int feature) {
        this.release = feature;
        return this;
    }

    /** Compiles with the running JDK and gives the directory of the classes. */
    public Path compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("a JDK is needed, this is a runtime without compiler");
        }
        StringWriter output = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(
                            output, files, null, options(), null, files.getJavaFileObjectsFromPaths(write()))
                    .call();
            if (!done) {
                throw new AssertionError("does not compile:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes();
    }

    /** Compiles with another JDK's {@code javac} and gives the directory of the classes. */
    public Path compileWith(Path javaHome) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("javac").toString());
        command.addAll(options());
        write().forEach(file -> command.add(file.toString()));
        try {
            Process javac =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (javac.waitFor() != 0) {
                throw new AssertionError("does not compile:\n" + output);
            }
            return classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String fileName(String source) {
        Matcher packageName = PACKAGE.matcher(source);
        String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
        for (Pattern pattern : List.of(PUBLIC_TYPE, ANY_TYPE)) {
            Matcher type = pattern.matcher(source);
            if (type.find()) {
                return folder + type.group(1) + ".java";
            }
        }
        throw new IllegalArgumentException("no type in the source");
    }

    private Path classes() {
        return directory.resolve("classes");
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-d", classes().toString(), "--release", String.valueOf(release), "-g", "-parameters", "-proc:none"));
        if (!classpath.isEmpty()) {
            options.add("-cp");
            options.add(classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        return options;
    }

    private List<Path> write() {
        List<Path> files = new ArrayList<>();
        sources.forEach((name, source) -> {
            Path file = directory.resolve("src").resolve(name);
            try {
                Files.createDirectories(classes());
                Files.createDirectories(file.resolveSibling("."));
                files.add(Files.writeString(file, source));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }
}
