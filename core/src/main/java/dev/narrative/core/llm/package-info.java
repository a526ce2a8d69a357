/** What the engine knows of calls of models. */
@NullMarked
package dev.narrative.core.llm;

import org.jspecify.annotations.NullMarked;
