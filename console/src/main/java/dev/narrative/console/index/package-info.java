/** Keeps a store in step with journal directories. */
@NullMarked
package dev.narrative.console.index;

import org.jspecify.annotations.NullMarked;
