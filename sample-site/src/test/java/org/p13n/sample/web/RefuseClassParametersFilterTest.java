package org.p13n.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefuseClassParametersFilterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class",
                "class.module.classLoader.resources",
                "Class.module",
                "customer.class.module",
                "fields[class].value",
                "fields['class'].value",
                "class[module]",
                "class__module__classLoader",
                "customer__class__module"
            })
    void refusesNamesThatReachIntoAClass(String parameter) {
        assertThat(RefuseClassParametersFilter.reachesIntoClass(parameter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q",
                "classic",
                "worldclass",
                "ceilingEntityClassname",
                "fields['defaultSku__name'].value",
                "defaultSku.name",
                "first_class_delivery"
            })
    void letsOrdinaryNamesPass(String parameter) {
        assertThat(RefuseClassParametersFilter.reachesIntoClass(parameter)).isFalse();
    }
}
