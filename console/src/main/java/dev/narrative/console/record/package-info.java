/** What commands write to the journal themselves: traces of shell scripts, scores, and what is imported. */
@NullMarked
package dev.narrative.console.record;

import org.jspecify.annotations.NullMarked;
