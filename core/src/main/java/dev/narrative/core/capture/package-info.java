/** What is read from a call: paths into its values, names built from them, and their bounded, masked rendering. */
@NullMarked
package dev.narrative.core.capture;

import org.jspecify.annotations.NullMarked;
