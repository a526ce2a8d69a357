/** The diagnostic contexts of SLF4J and Log4j 2, where many applications say for whom a thread works. */
@NullMarked
package dev.narrative.instrumentation.mdc;

import org.jspecify.annotations.NullMarked;
