/** Where scores are given: while a span runs, or later. */
@NullMarked
package dev.narrative.core.score;

import org.jspecify.annotations.NullMarked;
