/** A small application with Anthropic's own SDK, which tests run with the agent and without. */
@NullMarked
package dev.narrative.applications.anthropic;

import org.jspecify.annotations.NullMarked;
