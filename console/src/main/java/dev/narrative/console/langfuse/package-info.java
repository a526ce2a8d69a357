/** What the console has to do with Langfuse. */
@NullMarked
package dev.narrative.console.langfuse;

import org.jspecify.annotations.NullMarked;
