package no.avstemt.application.access;

/** A user before the store has given it an id. */
public record NewUser(EmailAddress email, String name, Role role, ClientScope scope, PasswordHash password) {

    public NewUser {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A user has a name: " + email);
        }
        if (role == Role.ADMINISTRATOR && !scope.everyClient()) {
            throw new IllegalArgumentException("An administrator sees every client account: " + email);
        }
    }
}
