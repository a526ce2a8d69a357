/** What can be computed from the spans of a trace. */
@NullMarked
package dev.narrative.console.analysis;

import org.jspecify.annotations.NullMarked;
