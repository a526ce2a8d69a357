/** The kit of everything that calls a model: how a call is recognised, what its span says, and its content. */
@NullMarked
package dev.narrative.instrumentation.llm;

import org.jspecify.annotations.NullMarked;
