/** How data flows through services, operations, models and tools: as a graph, and as a drawing of it. */
@NullMarked
package dev.narrative.console.flow;

import org.jspecify.annotations.NullMarked;
