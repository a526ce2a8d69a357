/** From the end of a span to its destinations: one bounded queue and one thread for each. */
@NullMarked
package dev.narrative.core.export;

import org.jspecify.annotations.NullMarked;
