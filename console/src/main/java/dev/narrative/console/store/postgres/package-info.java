/** The store of a team: PostgreSQL, which several consoles write to and anybody reads from. */
@NullMarked
package dev.narrative.console.store.postgres;

import org.jspecify.annotations.NullMarked;
