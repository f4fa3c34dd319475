package org.p13n.broadleaf.event.identity;

/**
 * Where the shopper of a request stands.
 *
 * @param mode the shop's
 * @param answer what the shopper has answered; of a visitor who said no it is known only as long as the session lasts
 * @param globalPrivacyControl whether the browser sends {@code Sec-GPC: 1}, which counts as a no that nothing overrides
 * @param prompt what to show
 * @param stored whether what the shopper does is stored; if not, it is forgotten with the session
 * @param loggedIn whether the answer is a customer's and not a visitor's
 */
public record ConsentState(
        ConsentMode mode,
        Consent answer,
        boolean globalPrivacyControl,
        ConsentPrompt prompt,
        boolean stored,
        boolean loggedIn) {

    /** Whether the banner is to be shown. */
    public boolean asks() {
        return prompt != ConsentPrompt.NOTHING;
    }
}
