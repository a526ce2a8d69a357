/** Traces that retention leaves alone until somebody lets them go. */
@NullMarked
package dev.narrative.console.hold;

import org.jspecify.annotations.NullMarked;
