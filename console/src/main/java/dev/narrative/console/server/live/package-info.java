/** What happens, as server-sent events. */
@NullMarked
package dev.narrative.console.server.live;

import org.jspecify.annotations.NullMarked;
