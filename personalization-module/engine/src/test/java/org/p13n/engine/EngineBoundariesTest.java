package org.p13n.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.p13n.engine", importOptions = DoNotIncludeTests.class)
class EngineBoundariesTest {
    @ArchTest
    static final ArchRule stagesLookOnlyBack = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("event")
            .definedBy("..engine.event..")
            .layer("profile")
            .definedBy("..engine.profile..")
            .layer("model")
            .definedBy("..engine.model..")
            .layer("ranking")
            .definedBy("..engine.ranking..")
            .layer("evaluation")
            .definedBy("..engine.evaluation..")
            .whereLayer("evaluation")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ranking")
            .mayOnlyBeAccessedByLayers("evaluation")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("ranking", "evaluation")
            .whereLayer("profile")
            .mayOnlyBeAccessedByLayers("model", "ranking", "evaluation");

    @ArchTest
    static final ArchRule modelKnowsOnlyTheCatalogPortOfProfile = classes()
            .that()
            .haveSimpleNameStartingWith("ShopperProfile")
            .or()
            .haveSimpleName("ProfileSettings")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("..engine.profile..", "..engine.ranking..");

    @ArchTest
    static final ArchRule engineStandsOnTheJdkAlone =
            classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.p13n.engine..");
}
