/** The headers that carry a trace, its session and its story from one process to the next: read, checked, written. */
@NullMarked
package dev.narrative.core.propagation;

import org.jspecify.annotations.NullMarked;
