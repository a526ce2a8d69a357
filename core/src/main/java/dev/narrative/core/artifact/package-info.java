/** Artifacts: what an application's steps make, noted on their spans and stored beside the journal where it is small. */
@NullMarked
package dev.narrative.core.artifact;

import org.jspecify.annotations.NullMarked;
