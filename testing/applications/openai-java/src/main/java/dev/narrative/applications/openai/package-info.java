/** A small application with OpenAI's own SDK, which tests run with the agent and without. */
@NullMarked
package dev.narrative.applications.openai;

import org.jspecify.annotations.NullMarked;
