/** The agent that does nothing, packed into a jar of its own. */
@NullMarked
package dev.narrative.benchmarks.empty;

import org.jspecify.annotations.NullMarked;
