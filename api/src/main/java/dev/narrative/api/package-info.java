/** What an application's own code may compile against; it needs nothing but the JDK. */
@NullMarked
package dev.narrative.api;

import org.jspecify.annotations.NullMarked;
