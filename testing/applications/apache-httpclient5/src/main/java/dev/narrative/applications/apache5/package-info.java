/** Programs that use Apache HttpClient 5 as applications do. They speak to the outside in types of the JDK. */
@NullMarked
package dev.narrative.applications.apache5;

import org.jspecify.annotations.NullMarked;
