/** A stand-in for model providers that speaks their wire format exactly and answers the same each time. */
@NullMarked
package dev.narrative.testing.model;

import org.jspecify.annotations.NullMarked;
