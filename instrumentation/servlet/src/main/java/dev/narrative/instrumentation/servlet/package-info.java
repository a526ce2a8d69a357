/** Servlet containers, before and after the renaming of {@code javax} to {@code jakarta}. */
@NullMarked
package dev.narrative.instrumentation.servlet;

import org.jspecify.annotations.NullMarked;
