/** What agent and console share: names and the journal's format. Pure: no threads, no sockets. */
@NullMarked
package dev.narrative.model;

import org.jspecify.annotations.NullMarked;
