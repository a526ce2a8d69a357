package dev.narrative.core.rules;

import org.jspecify.annotations.Nullable;

/** Finds the facts of a supertype, as the class loader of the class in question would. */
public interface Hierarchy {
    /** Knows no class. */
    Hierarchy NONE = new NoHierarchy();

    /** The facts of a class, {@code null} when it can't be found or read. */
    @Nullable
    ClassFacts find(String internalName);
}
