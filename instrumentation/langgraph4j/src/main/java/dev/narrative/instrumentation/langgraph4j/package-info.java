/** LangGraph4j: runs of graphs, and their nodes. */
@NullMarked
package dev.narrative.instrumentation.langgraph4j;

import org.jspecify.annotations.NullMarked;
