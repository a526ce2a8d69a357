/** What agent and console share: names, the journal's format, masking. Pure: no threads, no sockets. */
@NullMarked
package dev.narrative.model;

import org.jspecify.annotations.NullMarked;
