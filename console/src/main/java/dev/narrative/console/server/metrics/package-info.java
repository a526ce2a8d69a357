/** Figures about the console itself. */
@NullMarked
package dev.narrative.console.server.metrics;

import org.jspecify.annotations.NullMarked;
