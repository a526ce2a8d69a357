/** Measures the index. */
@NullMarked
package dev.narrative.console.bench;

import org.jspecify.annotations.NullMarked;
