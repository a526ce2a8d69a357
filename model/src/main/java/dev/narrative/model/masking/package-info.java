/** Takes secrets out of text: what is known by its name, by its shape, and by the user's own patterns. */
@NullMarked
package dev.narrative.model.masking;

import org.jspecify.annotations.NullMarked;
