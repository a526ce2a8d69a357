/** What stores that speak SQL share: running statements, conditions, and sums of calls. */
@NullMarked
package dev.narrative.console.store.sql;

import org.jspecify.annotations.NullMarked;
