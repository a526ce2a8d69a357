package dev.narrative.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the story's id, {@code narrative.story.id}, from an argument of a {@link Traced} method. It stands on the method's span, on all
 * spans within it, and on those around it that know no better.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface TraceStory {
    /** The way from the argument to the id, such as {@code story.id}; empty for the argument itself. */
    String value() default "";
}
