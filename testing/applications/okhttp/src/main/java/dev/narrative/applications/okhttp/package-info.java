/** Programs that use OkHttp as applications do. They speak to the outside in types of the JDK. */
@NullMarked
package dev.narrative.applications.okhttp;

import org.jspecify.annotations.NullMarked;
