/** The program on Spring AI 2.0. */
@NullMarked
package dev.narrative.applications.springai2;

import org.jspecify.annotations.NullMarked;
