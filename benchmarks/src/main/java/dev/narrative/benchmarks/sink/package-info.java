/** A collector that accepts everything and only counts. */
@NullMarked
package dev.narrative.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
