/** Google's Agent Development Kit for Java, 1.x: invocations, agents and tools. */
@NullMarked
package dev.narrative.instrumentation.google.adk;

import org.jspecify.annotations.NullMarked;
