package dev.narrative.core.rules;

import org.jspecify.annotations.Nullable;

/** What is known when no class file can be looked up. */
final class NoHierarchy implements Hierarchy {
    @Override
    public @Nullable ClassFacts find(String internalName) {
        return null;
    }
}
