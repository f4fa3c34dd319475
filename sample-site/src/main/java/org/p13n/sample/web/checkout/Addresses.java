package org.p13n.sample.web.checkout;

import java.util.Comparator;
import java.util.List;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.domain.Phone;
import org.broadleafcommerce.profile.core.domain.State;
import org.broadleafcommerce.profile.core.service.AddressService;
import org.broadleafcommerce.profile.core.service.CountryService;
import org.broadleafcommerce.profile.core.service.PhoneService;
import org.broadleafcommerce.profile.core.service.StateService;

/** Where the shop delivers to: the United States, and the addresses made from its form. */
public final class Addresses {

    private static final String COUNTRY = "US";

    private final AddressService addresses;
    private final StateService states;
    private final CountryService countries;
    private final PhoneService phones;

    public Addresses(AddressService addresses, StateService states, CountryService countries, PhoneService phones) {
        this.addresses = addresses;
        this.states = states;
        this.countries = countries;
        this.phones = phones;
    }

    List<State> states() {
        return states.findStates(COUNTRY).stream()
                .sorted(Comparator.comparing(State::getName))
                .toList();
    }

    Address of(CheckoutForm form) {
        Address address = addresses.create();
        address.setFirstName(form.getFirstName());
        address.setLastName(form.getLastName());
        address.setAddressLine1(form.getAddressLine1());
        address.setAddressLine2(form.getAddressLine2());
        address.setCity(form.getCity());
        address.setState(states.findStateByAbbreviation(form.getState()));
        address.setPostalCode(form.getPostalCode());
        address.setCountry(countries.findCountryByAbbreviation(COUNTRY));
        address.setEmailAddress(form.getEmailAddress());
        if (!form.getPhone().isEmpty()) {
            Phone phone = phones.create();
            phone.setPhoneNumber(form.getPhone());
            address.setPhonePrimary(phone);
        }
        return address;
    }
}
