/** The story studio: a plain web application that works with a language model and knows nothing of tracing. */
@NullMarked
package dev.narrative.testapp;

import org.jspecify.annotations.NullMarked;
