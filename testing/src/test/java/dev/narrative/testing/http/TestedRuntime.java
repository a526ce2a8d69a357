package dev.narrative.testing.http;

import java.nio.file.Path;
import java.util.List;

/** The JDK, and the jars of a library, with which a program runs; no jars when the JDK has all it needs. */
record TestedRuntime(Path jdk, String name, List<Path> library) {
    TestedRuntime {
        library = List.copyOf(library);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? jdk.toString() : name + " on " + jdk;
    }
}
