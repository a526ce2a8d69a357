/** Who read and changed what, as an append-only log. */
@NullMarked
package dev.narrative.console.server.audit;

import org.jspecify.annotations.NullMarked;
