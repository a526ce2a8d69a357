/** The journal's files as the console follows them: places of spans in them, lines from a position on. */
@NullMarked
package dev.narrative.console.journal;

import org.jspecify.annotations.NullMarked;
