/** Rules on sums of calls, looked at each minute, and who is told. */
@NullMarked
package dev.narrative.console.server.alerts;

import org.jspecify.annotations.NullMarked;
