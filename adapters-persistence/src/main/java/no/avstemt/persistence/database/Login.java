package no.avstemt.persistence.database;

/** A database role and its password; the password is in no text this makes. */
public record Login(String user, String password) {
    public Login {
        if (user.isBlank()) {
            throw new IllegalArgumentException("A database user can't be blank");
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
