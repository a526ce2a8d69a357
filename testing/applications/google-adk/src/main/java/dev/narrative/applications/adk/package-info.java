/** A small application with Google's Agent Development Kit, which tests run with the agent and without. */
@NullMarked
package dev.narrative.applications.adk;

import org.jspecify.annotations.NullMarked;
