package dev.narrative.core.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The lines of a properties file, with their numbers, duplicates kept. Read through {@link FileInputStream}, since
 * during start-up nothing may touch the NIO file systems.
 */
record PropertiesFile(String name, List<Line> lines, List<ConfigProblem> problems) {
    private static final int MAX_BYTES = 1 << 20;

    /** One property; {@code number} is where it begins, counted from 1. */
    record Line(int number, String key, String value) {}

    static PropertiesFile read(File file) {
        String name = file.getPath();
        if (!file.exists()) {
            return unreadable(name, "there is no such file", "check the path; the defaults are used");
        }
        if (file.isDirectory()) {
            return unreadable(name, "is a directory", "name the properties file in it; the defaults are used");
        }
        try (InputStream in = new FileInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return unreadable(name, "is larger than 1 MB", "is it the right file? The defaults are used");
            }
            return parse(name, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            String message = e.getMessage() == null ? "it fails" : e.getMessage();
            return unreadable(name, "can't be read: " + message, "check its permissions; the defaults are used");
        }
    }

    static PropertiesFile parse(String name, String text) {
        return new PropertiesParser(name, text).parse();
    }

    static PropertiesFile none() {
        return new PropertiesFile("", List.of(), List.of());
    }

    private static PropertiesFile unreadable(String name, String what, String advice) {
        return new PropertiesFile(name, List.of(), List.of(new ConfigProblem(name, 0, what, advice)));
    }
}
