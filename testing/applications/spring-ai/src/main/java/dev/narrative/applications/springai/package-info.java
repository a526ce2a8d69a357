/** A program that uses Spring AI as applications do, with whichever version's models it is given. */
@NullMarked
package dev.narrative.applications.springai;

import org.jspecify.annotations.NullMarked;
