package dev.narrative.boot;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Finds the code of a library's advice behind the agent's loader. */
public interface AdviceLinker {
    /**
     * The advice method, with exactly the given type.
     *
     * @param caller the class that was woven
     * @param module the name of the instrumentation module's class
     * @param advice the name of the class that declares the advice method
     */
    MethodHandle link(MethodHandles.Lookup caller, String module, String advice, String method, MethodType type)
            throws ReflectiveOperationException;
}
