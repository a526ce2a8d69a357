package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.RecordComponentVisitor;
import org.jspecify.annotations.Nullable;

/** Gathers the facts while a class file is read. */
final class ClassFactsReader extends ClassVisitor {
    private String internalName = "";
    private int access;
    private @Nullable String superName;
    private List<String> interfaces = List.of();
    private final List<String> annotations = new ArrayList<>();
    private final List<String> components = new ArrayList<>();
    private final List<MethodFacts> methods = new ArrayList<>();

    ClassFactsReader() {
        super(Opcodes.ASM9);
    }

    ClassFacts facts() {
        return new ClassFacts(internalName, access, superName, interfaces, annotations, components, methods);
    }

    @Override
    public void visit(
            int version,
            int flags,
            String name,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] implemented) {
        internalName = name;
        access = flags;
        superName = parent;
        interfaces = implemented == null ? List.of() : List.of(implemented);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(nameIn(descriptor));
        return null;
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
            String name, String descriptor, @Nullable String signature) {
        components.add(name);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        List<String> found = new ArrayList<>(0);
        methods.add(new MethodFacts(name, descriptor, flags, found));
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                found.add(nameIn(annotation));
                return null;
            }
        };
    }

    private static String nameIn(String descriptor) {
        return descriptor.substring(1, descriptor.length() - 1);
    }
}
