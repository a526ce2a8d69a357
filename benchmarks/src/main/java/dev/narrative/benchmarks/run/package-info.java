/** Forking processes, speaking with them, and reading what they used. */
@NullMarked
package dev.narrative.benchmarks.run;

import org.jspecify.annotations.NullMarked;
