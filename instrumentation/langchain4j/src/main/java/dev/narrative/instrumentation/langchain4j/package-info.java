/** LangChain4j: AI services, models, tools, retrieval and guardrails. */
@NullMarked
package dev.narrative.instrumentation.langchain4j;

import org.jspecify.annotations.NullMarked;
