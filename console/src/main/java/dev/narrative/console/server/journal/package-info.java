/** The console's own journal, which what it receives is on disk in before it is answered. */
@NullMarked
package dev.narrative.console.server.journal;

import org.jspecify.annotations.NullMarked;
