/** A small application with Ollama4j, which tests run with the agent and without. */
@NullMarked
package dev.narrative.applications.ollama;

import org.jspecify.annotations.NullMarked;
