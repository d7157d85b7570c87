package no.avstemt.application.access;

public final class SignOut {

    private final AccessStore store;

    public SignOut(AccessStore store) {
        this.store = store;
    }

    /** Ends the session on the server too: the old cookie opens nothing afterwards. */
    public void run(Session session) {
        store.endSession(session.id());
    }
}
