/** An application that asks models of many providers through LangChain4j. */
@NullMarked
package dev.narrative.applications.langchain4j.providers;

import org.jspecify.annotations.NullMarked;
