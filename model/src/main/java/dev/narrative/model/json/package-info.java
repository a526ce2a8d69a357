/** Writing JSON quickly, and reading it as it comes, without a library's start-up. */
@NullMarked
package dev.narrative.model.json;

import org.jspecify.annotations.NullMarked;
