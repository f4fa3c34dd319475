package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.p13n.engine.event.ShopperIds.Kind;

class ShopperIdsTest {
    @Property
    void everyRandomNumberMakesAnIdOfItsKind(@ForAll long random) {
        assertThat(ShopperIds.kind(ShopperIds.visitor(random))).isEqualTo(Kind.VISITOR);
        assertThat(ShopperIds.kind(ShopperIds.session(random))).isEqualTo(Kind.SESSION);
    }

    @Property
    void everyOrderMakesABasketOfItsOwn(@ForAll @LongRange(min = 1, max = 1L << 61) long order) {
        assertThat(ShopperIds.kind(ShopperIds.basket(order))).isEqualTo(Kind.BASKET);
        assertThat(ShopperIds.basket(order)).isNotEqualTo(ShopperIds.basket(order + 1));
    }

    @Property
    void customersKeepThePlatformsId(@ForAll @LongRange(min = 1) long customer) {
        assertThat(ShopperIds.kind(customer)).isEqualTo(Kind.CUSTOMER);
    }

    @Property
    void nothingOfASessionWithoutConsentMayBeStored(@ForAll long random) {
        assertThat(ShopperIds.mayBeStored(ShopperIds.session(random))).isFalse();
        assertThat(ShopperIds.mayBeStored(ShopperIds.visitor(random))).isTrue();
    }

    @Property(tries = 1)
    void zeroIsNobody() {
        assertThatIllegalArgumentException().isThrownBy(() -> ShopperIds.kind(0));
    }
}
