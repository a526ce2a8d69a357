/** The rules of the properties file: which methods are traced, and what is said about them. */
@NullMarked
package dev.narrative.core.rules;

import org.jspecify.annotations.NullMarked;
