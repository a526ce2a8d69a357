/** Regular expressions that take time linear in the text, whatever the pattern and the text are. */
@NullMarked
package dev.narrative.model.masking.pattern;

import org.jspecify.annotations.NullMarked;
