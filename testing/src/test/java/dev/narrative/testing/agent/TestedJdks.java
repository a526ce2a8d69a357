package dev.narrative.testing.agent;

import dev.narrative.testing.Jdks;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The JDK that runs the tests, and the newest one of this machine. */
public final class TestedJdks implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return all().map(Arguments::of);
    }

    public static Stream<Path> all() {
        Set<Path> homes = new LinkedHashSet<>();
        homes.add(Jdks.running());
        Jdks.newest().ifPresent(homes::add);
        return homes.stream();
    }
}
