/** What is measured: programs that are forked with and without an agent, and know nothing of agents. */
@NullMarked
package dev.narrative.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
