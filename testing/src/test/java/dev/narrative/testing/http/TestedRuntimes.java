package dev.narrative.testing.http;

import dev.narrative.testing.Installation;
import dev.narrative.testing.Jdks;
import dev.narrative.testing.agent.TestedJdks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Each JDK without a library; or each version of the library on the running JDK, and the newest on the others too. */
final class TestedRuntimes implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return runtimes(context.getRequiredTestClass().getAnnotation(Libraries.class))
                .map(Arguments::of);
    }

    private static Stream<TestedRuntime> runtimes(@Nullable Libraries libraries) {
        if (libraries == null) {
            return TestedJdks.all().map(jdk -> new TestedRuntime(jdk, "", List.of()));
        }
        String newest = libraries.folders()[libraries.folders().length - 1];
        return TestedJdks.all().flatMap(jdk -> Stream.of(libraries.folders())
                .filter(folder -> folder.equals(newest) || jdk.equals(Jdks.running()))
                .map(folder -> new TestedRuntime(jdk, folder, jars(libraries.application(), folder))));
    }

    private static List<Path> jars(String application, String folder) {
        Path library = Installation.root()
                .resolve("testing/applications")
                .resolve(application)
                .resolve("target")
                .resolve(folder);
        try (Stream<Path> jars = Files.list(library)) {
            return jars.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("package testing/applications/" + application + " first", e);
        }
    }
}
