/** The pages: what browsers load of the console, and how they may. */
@NullMarked
package dev.narrative.console.web;

import org.jspecify.annotations.NullMarked;
