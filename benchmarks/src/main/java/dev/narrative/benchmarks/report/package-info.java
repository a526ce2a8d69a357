/** Figures, the bars they are held against, and how both are shown. */
@NullMarked
package dev.narrative.benchmarks.report;

import org.jspecify.annotations.NullMarked;
