/** A program that uses LangChain4j as applications do. */
@NullMarked
package dev.narrative.applications.langchain4j;

import org.jspecify.annotations.NullMarked;
