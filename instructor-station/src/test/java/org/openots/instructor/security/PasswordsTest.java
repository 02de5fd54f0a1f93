package org.openots.instructor.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void hashesAreArgon2idAtTheRecommendedCostAndSalted() {
        Passwords passwords = new Passwords(PasswordCost.recommended());
        String hash = passwords.hash("correct-horse");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("correct-horse")).isNotEqualTo(hash);
        assertThat(passwords.matches("correct-horse", hash)).isTrue();
        assertThat(passwords.matches("correct-horsf", hash)).isFalse();
    }

    @Test
    void aHashOfAnotherCostIsStillChecked() {
        String old = new Passwords(new PasswordCost(64, 1)).hash("correct-horse");
        assertThat(new Passwords(new PasswordCost(128, 2)).matches("correct-horse", old))
                .isTrue();
    }

    @Test
    void generatedPasswordsReadWellOnPaper() {
        Passwords passwords = new Passwords(new PasswordCost(64, 1));
        for (int i = 0; i < 200; i++) {
            assertThat(passwords.generate()).matches("[a-km-np-z2-9]{12}");
        }
    }
}
