/** The spans of frameworks that call models: agents, tools, retrievals, guardrails, workflows. */
@NullMarked
package dev.narrative.instrumentation.llm.framework;

import org.jspecify.annotations.NullMarked;
