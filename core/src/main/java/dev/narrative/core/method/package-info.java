/** What happens at a named method: the span, its captures, and results that complete later. */
@NullMarked
package dev.narrative.core.method;

import org.jspecify.annotations.NullMarked;
