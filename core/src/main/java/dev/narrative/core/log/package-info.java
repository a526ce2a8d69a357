/** The agent's own messages: to stderr, throttled. */
@NullMarked
package dev.narrative.core.log;

import org.jspecify.annotations.NullMarked;
