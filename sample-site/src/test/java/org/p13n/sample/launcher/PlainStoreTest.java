package org.p13n.sample.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainStoreTest {

    @Test
    void leavesOutTheLinesThatInstallTheModuleAndNothingElse() {
        String host = """
                <main>
                  <h1>Product</h1>
                  <p13n:recommendations product="${product}"/>
                  <bean class="org.p13n.sample.web.HomeController"/>
                  classpath:/bl-p13n-applicationContext.xml
                </main>
                """;

        assertThat(PlainStore.withoutModule(host)).isEqualTo("""
                <main>
                  <h1>Product</h1>
                  <bean class="org.p13n.sample.web.HomeController"/>
                </main>
                """);
    }

    @Test
    void leavesAFileThatDoesNotNameTheModuleAsItIs() {
        assertThat(PlainStore.withoutModule("a\nb")).isEqualTo("a\nb");
    }
}
