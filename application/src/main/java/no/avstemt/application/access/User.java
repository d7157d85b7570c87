package no.avstemt.application.access;

import java.util.Optional;

/**
 * Someone who can sign in.
 *
 * @param scope an administrator's covers every client account
 * @param language what the user chose; empty follows the browser
 */
public record User(
        UserId id,
        EmailAddress email,
        String name,
        Role role,
        ClientScope scope,
        Optional<Language> language,
        boolean active) {

    public User {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A user has a name: " + email);
        }
        if (role == Role.ADMINISTRATOR && !scope.everyClient()) {
            throw new IllegalArgumentException("An administrator sees every client account: " + email);
        }
    }
}
