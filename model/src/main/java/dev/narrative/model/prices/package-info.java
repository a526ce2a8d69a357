/** What calls of models cost: price tables, and how a call finds its price in one. */
@NullMarked
package dev.narrative.model.prices;

import org.jspecify.annotations.NullMarked;
