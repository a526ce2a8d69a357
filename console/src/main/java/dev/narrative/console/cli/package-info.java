/** The command line. */
@NullMarked
package dev.narrative.console.cli;

import org.jspecify.annotations.NullMarked;
