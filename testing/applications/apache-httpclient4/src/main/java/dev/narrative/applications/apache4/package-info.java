/** Programs that use Apache HttpClient 4 as applications do. They speak to the outside in types of the JDK. */
@NullMarked
package dev.narrative.applications.apache4;

import org.jspecify.annotations.NullMarked;
