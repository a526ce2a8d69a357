/** A small application with Cohere's own SDK, which tests run with the agent and without. */
@NullMarked
package dev.narrative.applications.cohere;

import org.jspecify.annotations.NullMarked;
