/** Finished traces as trees on stderr. */
@NullMarked
package dev.narrative.export.logging;

import org.jspecify.annotations.NullMarked;
