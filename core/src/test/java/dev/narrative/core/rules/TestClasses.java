package dev.narrative.core.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The class files of the tests' own application. */
final class TestClasses {
    static final Hierarchy HIERARCHY = TestClasses::find;

    private TestClasses() {}

    static ClassFacts facts(Class<?> type) {
        ClassFacts facts = find(type.getName().replace('.', '/'));
        if (facts == null) {
            throw new IllegalArgumentException(type.getName());
        }
        return facts;
    }

    private static @Nullable ClassFacts find(String internalName) {
        try (InputStream in = TestClasses.class.getResourceAsStream('/' + internalName + ".class")) {
            return in == null ? null : ClassFacts.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
