/** A program that uses LangGraph4j as applications do. */
@NullMarked
package dev.narrative.applications.langgraph4j;

import org.jspecify.annotations.NullMarked;
