/** What the agent implements; nothing here is for applications. */
@NullMarked
package dev.narrative.api.spi;

import org.jspecify.annotations.NullMarked;
