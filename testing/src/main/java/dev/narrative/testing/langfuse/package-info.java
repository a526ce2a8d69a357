/** A Langfuse for tests, which takes nothing that the real one would drop without a word. */
@NullMarked
package dev.narrative.testing.langfuse;

import org.jspecify.annotations.NullMarked;
