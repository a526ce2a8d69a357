package dev.narrative.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keeps an argument of a {@link Traced} method as an attribute of its span, masked and bounded. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface TraceAttribute {
    /** The attribute's name, such as {@code order.id}: 1 to 128 characters without blanks. */
    String value();

    /** The way from the argument to the value, such as {@code customer.name}; empty for the argument itself. */
    String path() default "";
}
