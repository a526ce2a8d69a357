/** The default store: an index of the journal in SQLite. */
@NullMarked
package dev.narrative.console.store.sqlite;

import org.jspecify.annotations.NullMarked;
