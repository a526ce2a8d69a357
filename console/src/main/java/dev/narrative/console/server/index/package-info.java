/** The index kept up with the journals while it is read. */
@NullMarked
package dev.narrative.console.server.index;

import org.jspecify.annotations.NullMarked;
