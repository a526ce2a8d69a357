/** The properties file: every key typed in one place, every problem reported at once. */
@NullMarked
package dev.narrative.core.config;

import org.jspecify.annotations.NullMarked;
