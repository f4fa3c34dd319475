package org.p13n.sample.web;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.security.authentication.encoding.PasswordEncoder;

/**
 * Stores passwords as {@code pbkdf2$iterations$salt$hash} (PBKDF2 with HMAC-SHA-256, base 64 without padding).
 *
 * <p>The platform's default keeps them as plain text. The salt is random and part of the encoded form, so the platform's
 * own salt argument is not used.
 */
public final class Pbkdf2PasswordEncoder implements PasswordEncoder {

    private static final int ITERATIONS = 120_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final String SCHEME = "pbkdf2";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String encodePassword(String rawPassword, Object platformSalt) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return String.join(
                "$", SCHEME, Integer.toString(ITERATIONS), text(salt), text(hash(rawPassword, salt, ITERATIONS)));
    }

    @Override
    public boolean isPasswordValid(String encodedPassword, String rawPassword, Object platformSalt) {
        String[] parts = encodedPassword == null ? new String[0] : encodedPassword.split("\\$", -1);
        if (parts.length != 4 || !SCHEME.equals(parts[0]) || rawPassword == null) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        byte[] actual = hash(rawPassword, Base64.getDecoder().decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] hash(String rawPassword, byte[] salt, int iterations) {
        try {
            PBEKeySpec spec = new PBEKeySpec(rawPassword.toCharArray(), salt, iterations, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no PBKDF2WithHmacSHA256; run the store on JDK 17", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
