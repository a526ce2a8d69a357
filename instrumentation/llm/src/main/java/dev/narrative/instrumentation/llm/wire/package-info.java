/** The formats in which providers are asked and answer, one class each. They read JSON and write a {@code ModelCall}. */
@NullMarked
package dev.narrative.instrumentation.llm.wire;

import org.jspecify.annotations.NullMarked;
