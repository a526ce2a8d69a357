/** {@code score}: judges a span, a trace or a session from the command line. */
@NullMarked
package dev.narrative.agent.score;

import org.jspecify.annotations.NullMarked;
