/** Questions about traces, as records that every store understands, and their text form. */
@NullMarked
package dev.narrative.console.query;

import org.jspecify.annotations.NullMarked;
