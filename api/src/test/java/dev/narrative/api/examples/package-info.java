/** The examples of {@code docs/api.md}. */
@NullMarked
package dev.narrative.api.examples;

import org.jspecify.annotations.NullMarked;
