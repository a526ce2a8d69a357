/** Counts and measures: what model calls used, took and cost, and what became of the agent's own spans. */
@NullMarked
package dev.narrative.core.metrics;

import org.jspecify.annotations.NullMarked;
