/** The comparison: forks the workloads with each agent in turn, and prints one table. */
@NullMarked
package dev.narrative.benchmarks;

import org.jspecify.annotations.NullMarked;
