/** The console's server: puts its parts together, starts and stops them. */
@NullMarked
package dev.narrative.console.server;

import org.jspecify.annotations.NullMarked;
