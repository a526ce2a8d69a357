/** How an instrumentation says which methods of a library it advises, and with what. */
@NullMarked
package dev.narrative.core.weaving;

import org.jspecify.annotations.NullMarked;
