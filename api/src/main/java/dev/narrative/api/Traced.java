package dev.narrative.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a span of every call of a method. On a class it means the public methods that the class itself declares, but for
 * getters, setters, {@code equals}, {@code hashCode}, {@code toString} and record accessors. What a method's own
 * annotation leaves unsaid, the class's says.
 *
 * <p>It is not inherited: a method that overrides or implements an annotated one is traced when it is annotated itself.
 * Where a rule of the properties file names the same method, what the rule says goes before what the annotation says.
 * Without the agent it means nothing.
 *
 * <pre>{@code
 * @Traced(name = "Place order {0.id}", type = SpanType.TOOL, capture = "return.status as order.status")
 * Receipt place(Order order, @TraceUser String customer) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Traced {
    /**
     * The span's name, with paths into the call in braces: {@code Place order {0.id}}, {@code Ask {this.model}},
     * {@code Book: {return.status}}. Empty for {@code Class.method}.
     */
    String name() default "";

    /** What kind of step it is. */
    SpanType type() default SpanType.SPAN;

    /** The layer it belongs to. */
    Layer layer() default Layer.NONE;

    /** The universe it belongs to. */
    Universe universe() default Universe.NONE;

    /**
     * Values to keep as attributes, each written {@code path as name}: {@code 0.id as order.id}, {@code return.status as
     * order.status}. The names {@code input} and {@code output} stand for the span's input and output. Paths are those
     * of the properties file's rules; values are masked and bounded as theirs are.
     */
    String[] capture() default {};
}
