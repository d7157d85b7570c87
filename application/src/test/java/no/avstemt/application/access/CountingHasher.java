package no.avstemt.application.access;

/** Quick and worthless; counts how often it worked. */
public final class CountingHasher implements PasswordHasher {

    private int tries;

    public int tries() {
        return tries;
    }

    @Override
    public PasswordHash hash(String password) {
        return new PasswordHash("$plain$" + password);
    }

    @Override
    public boolean matches(String password, PasswordHash stored) {
        tries++;
        return stored.phc().equals("$plain$" + password);
    }

    @Override
    public PasswordHash decoy() {
        return new PasswordHash("$decoy$");
    }
}
