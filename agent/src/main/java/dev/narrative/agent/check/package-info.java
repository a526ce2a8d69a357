/** {@code check}: what a properties file would trace in a class path, without running anything of it. */
@NullMarked
package dev.narrative.agent.check;

import org.jspecify.annotations.NullMarked;
