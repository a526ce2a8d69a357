/** What commands write to the journal themselves: traces of shell scripts, and scores. */
@NullMarked
package dev.narrative.console.record;

import org.jspecify.annotations.NullMarked;
