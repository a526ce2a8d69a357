package dev.narrative.testing.llm;

import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

final class OkHttpLargeCallIT extends LargeCallContract {
    OkHttpLargeCallIT() {
        super(OkHttpModelProgram.class, OkHttpLargeCallIT::newest);
    }

    private static void newest(ForkedJvmBuilder jvm) {
        Path library = Installation.root().resolve("testing/applications/okhttp/target/lib-5");
        try (Stream<Path> jars = Files.list(library)) {
            jvm.classpath(jars.toArray(Path[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException("package testing/applications/okhttp first", e);
        }
    }
}
