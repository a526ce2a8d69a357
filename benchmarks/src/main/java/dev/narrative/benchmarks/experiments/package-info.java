/** What is compared: one class per kind of workload, and who takes part. */
@NullMarked
package dev.narrative.benchmarks.experiments;

import org.jspecify.annotations.NullMarked;
