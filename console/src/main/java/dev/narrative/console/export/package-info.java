/** Traces as text for other tools. */
@NullMarked
package dev.narrative.console.export;

import org.jspecify.annotations.NullMarked;
