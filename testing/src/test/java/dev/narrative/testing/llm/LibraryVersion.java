package dev.narrative.testing.llm;

import dev.narrative.testing.Installation;
import dev.narrative.testing.Jdks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A version of a framework, with the JDK that an application of {@code testing/applications} runs on with it.
 *
 * @param folder of the application's {@code target}, with the version's jars
 */
record LibraryVersion(String application, String folder, Path jdk) {
    /** The oldest on the running JDK, the newest on all. */
    static Stream<LibraryVersion> of(String application, String oldest, String newest) {
        Stream<LibraryVersion> onNewestJdk =
                Jdks.newest().map(jdk -> new LibraryVersion(application, newest, jdk)).stream();
        return Stream.concat(
                Stream.of(
                        new LibraryVersion(application, oldest, Jdks.running()),
                        new LibraryVersion(application, newest, Jdks.running())),
                onNewestJdk);
    }

    /** The application's classes and the version's jars. */
    Path[] classpath() {
        Path target = Installation.root()
                .resolve("testing/applications")
                .resolve(application)
                .resolve("target");
        try (Stream<Path> jars = Files.list(target.resolve(folder))) {
            return Stream.concat(Stream.of(target.resolve("classes")), jars.sorted())
                    .toList()
                    .toArray(new Path[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("package testing/applications/" + application + " first", e);
        }
    }

    @Override
    public String toString() {
        return folder + " on " + jdk.getFileName();
    }
}
