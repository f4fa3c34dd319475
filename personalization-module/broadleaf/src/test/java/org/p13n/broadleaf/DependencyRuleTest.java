package org.p13n.broadleaf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.p13n.broadleaf", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRuleTest {
    @ArchTest
    static final ArchRule stagesDependOnlyOnEarlierOnes = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("event")
            .definedBy("org.p13n.broadleaf.event..")
            .layer("profile")
            .definedBy("org.p13n.broadleaf.profile..")
            .layer("model")
            .definedBy("org.p13n.broadleaf.model..")
            .layer("ranking")
            .definedBy("org.p13n.broadleaf.ranking..")
            .layer("page")
            .definedBy("org.p13n.broadleaf.page..")
            .layer("config")
            .definedBy("org.p13n.broadleaf.config..")
            .whereLayer("config")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("config")
            .whereLayer("ranking")
            .mayOnlyBeAccessedByLayers("page", "config")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("ranking", "page", "config")
            .whereLayer("profile")
            .mayOnlyBeAccessedByLayers("model", "ranking", "page", "config");

    @ArchTest
    static final ArchRule onlyPagesKnowTemplates = noClasses()
            .that()
            .resideOutsideOfPackage("org.p13n.broadleaf.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.thymeleaf..");
}
