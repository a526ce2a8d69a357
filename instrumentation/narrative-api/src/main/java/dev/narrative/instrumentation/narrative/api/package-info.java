/** The agent's side of the API: it sees the application's copy of it and the agent's core. */
@NullMarked
package dev.narrative.instrumentation.narrative.api;

import org.jspecify.annotations.NullMarked;
