/** Workflows of LangChain4j's agents. */
@NullMarked
package dev.narrative.applications.langchain4j.agentic;

import org.jspecify.annotations.NullMarked;
