/** The pages in a real browser. */
@NullMarked
package dev.narrative.console.web;

import org.jspecify.annotations.NullMarked;
