/** An application that asks models of many providers through Spring AI. */
@NullMarked
package dev.narrative.applications.springai.providers;

import org.jspecify.annotations.NullMarked;
