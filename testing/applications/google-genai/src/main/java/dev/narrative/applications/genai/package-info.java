/** A small application with Google's GenAI SDK, which tests run with the agent and without. */
@NullMarked
package dev.narrative.applications.genai;

import org.jspecify.annotations.NullMarked;
