package org.p13n.broadleaf.event.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The shop's secret: signs what leaves the server and has to be recognized later. Never shown, logged or exported. */
final class IdentitySecret {
    /** The fewest bytes of a key that is worth the name. */
    static final int LEAST_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** Looking for a provider and preparing the key take longer than signing: it is done once, and copied. */
    private final Mac prepared;

    private IdentitySecret(byte[] bytes) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * The secret of that key.
     *
     * @throws IllegalArgumentException if it is no key; without saying what it is
     */
    static IdentitySecret ofHex(String hex) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw noKey();
        }
        if (bytes.length < LEAST_BYTES) {
            throw noKey();
        }
        return new IdentitySecret(bytes);
    }

    /**
     * The signature of a text, 43 characters of the URL-safe Base64 alphabet.
     *
     * @param purpose what the signature is for: one for another purpose is a different one
     */
    String sign(String purpose, String text) {
        try {
            Mac mac = (Mac) prepared.clone();
            byte[] signature = mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (CloneNotSupportedException e) {
            throw missing(e);
        }
    }

    /** Tells this secret from others, and not what it is. */
    String fingerprint() {
        return sign("fingerprint", IdentityKey.NAME);
    }

    /** Whether that is the signature; takes the same time wherever the first difference is. */
    boolean signed(String purpose, String text, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "IdentitySecret";
    }

    private static IllegalStateException missing(Exception e) {
        return new IllegalStateException(
                "Every Java platform has an " + ALGORITHM + " that can be copied; this one does not", e);
    }

    private static IllegalArgumentException noKey() {
        return new IllegalArgumentException("The property " + IdentityKey.NAME + " must be at least " + 2 * LEAST_BYTES
                + " hexadecimal digits but is not: correct it, or remove it so that the module makes a key of its own");
    }
}
