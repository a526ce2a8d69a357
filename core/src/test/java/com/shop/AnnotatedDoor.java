package com.shop;

import dev.narrative.api.Traced;

public interface AnnotatedDoor {
    @Traced
    default void open() {}

    @Traced
    void close();

    default void lock() {}
}
