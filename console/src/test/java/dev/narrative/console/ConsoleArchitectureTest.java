package dev.narrative.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows within the console, and the only one out of it: to the model. */
final class ConsoleArchitectureTest {
    private static final String CONSOLE = "dev.narrative.console..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.narrative.console");

    @Test
    void console_knowsTheModelAlone() {
        noClasses()
                .that()
                .resideInAPackage(CONSOLE)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.narrative..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                CONSOLE, "dev.narrative.model..", "dev.narrative.api.."))))
                .check(CLASSES);
    }

    @Test
    void onlyStores_knowSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.narrative.console.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLine_knowsPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.narrative.console.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void packages_areFreeOfCycles() {
        slices().matching("dev.narrative.console.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
