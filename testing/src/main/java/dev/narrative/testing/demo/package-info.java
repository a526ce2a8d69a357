/** What {@code make demo} runs: the story studio under the agent, and a check of the traces it left. */
@NullMarked
package dev.narrative.testing.demo;

import org.jspecify.annotations.NullMarked;
