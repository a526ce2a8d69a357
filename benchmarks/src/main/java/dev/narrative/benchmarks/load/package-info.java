/** A load generator in a process of its own. */
@NullMarked
package dev.narrative.benchmarks.load;

import org.jspecify.annotations.NullMarked;
