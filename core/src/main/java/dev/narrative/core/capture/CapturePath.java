package dev.narrative.core.capture;

import dev.narrative.core.log.AgentLog;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A way into the values of a call, such as {@code 0.customer.id}, {@code this.shop}, {@code return.items[0]} or {@code
 * error.message}. What is missing on the way gives {@code null} and is said once.
 */
public final class CapturePath {
    /** Where a path begins. */
    public enum Root {
        ARGUMENT,
        THIS,
        RETURN,
        ERROR
    }

    private final String text;
    private final Root root;
    private final int argument;
    private final String[] steps;
    private final boolean secret;
    private final AtomicLong failures = new AtomicLong();

    CapturePath(String text, Root root, int argument, List<String> steps) {
        this(
                text,
                root,
                argument,
                steps.toArray(new String[0]),
                !steps.isEmpty() && SecretNames.isSecret(steps.get(steps.size() - 1)));
    }

    private CapturePath(String text, Root root, int argument, String[] steps, boolean secret) {
        this.text = text;
        this.root = root;
        this.argument = argument;
        this.steps = steps;
        this.secret = secret;
    }

    /** The same path to something that is secret whatever it is called. */
    CapturePath asSecret() {
        return new CapturePath(text, root, argument, steps, true);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static CapturePath parse(String text) {
        return new CapturePathParser(text).parse();
    }

    public Root root() {
        return root;
    }

    /** The argument's index from 0; -1 when the path begins elsewhere. */
    public int argument() {
        return argument;
    }

    /** Whether its last step looks like the name of a secret, whose text is never written. */
    public boolean secret() {
        return secret;
    }

    /** How often the path could not be followed to its end. */
    public long failures() {
        return failures.get();
    }

    /** The path as it was written. */
    public String text() {
        return text;
    }

    /**
     * Follows the path through a call's values; never throws.
     *
     * @param self the object the method was called on, {@code null} for a static one
     * @param arguments the arguments; may be {@code null} when no path begins there
     */
    public @Nullable Object resolve(
            @Nullable Object self,
            @Nullable Object @Nullable [] arguments,
            @Nullable Object result,
            @Nullable Throwable error) {
        return switch (root) {
            case ARGUMENT -> follow(argumentOf(arguments));
            case THIS -> follow(self);
            case RETURN -> follow(result);
            case ERROR -> follow(error);
        };
    }

    /** Follows the steps from the object at which the path begins; never throws. */
    public @Nullable Object follow(@Nullable Object start) {
        Object value = start;
        try {
            value = PathSteps.unwrap(value);
            for (String step : steps) {
                if (value == null) {
                    return null;
                }
                value = PathSteps.unwrap(PathSteps.take(value, step));
            }
            return value;
        } catch (Throwable e) {
            failed(e);
            return null;
        }
    }

    private @Nullable Object argumentOf(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        if (argument < arguments.length) {
            return arguments[argument];
        }
        failed(new MissingStep("the method has only " + arguments.length + " arguments"));
        return null;
    }

    private void failed(Throwable error) {
        if (failures.getAndIncrement() == 0) {
            String why = error instanceof MissingStep
                    ? error.getMessage()
                    : error.getClass().getName() + " was thrown";
            AgentLog.warn("capture " + text + " is left out: " + why);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
