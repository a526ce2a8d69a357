package dev.narrative.testapp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PlainApplicationTest {
    private static final JavaClasses STUDIO = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.narrative.testapp");

    @Test
    void knowsNothingOfTheAgent() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.narrative.testapp",
                        "dev.narrative.api",
                        "java..",
                        "com.sun.net.httpserver",
                        "com.fasterxml.jackson..",
                        "dev.langchain4j..",
                        "org.jspecify..")
                .check(STUDIO);
    }

    @Test
    void needsLangChain4j_forOneStorytellerOnly() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(
                        LangChainStoryteller.class, StoryAssistant.class, ChartTool.class, BeatShelves.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j..")
                .check(STUDIO);
    }
}
