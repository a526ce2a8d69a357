/** The engine in the JVM. */
@NullMarked
package dev.narrative.core;

import org.jspecify.annotations.NullMarked;
