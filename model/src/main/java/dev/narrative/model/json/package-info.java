/** Writing JSON quickly, without a library's start-up. */
@NullMarked
package dev.narrative.model.json;

import org.jspecify.annotations.NullMarked;
