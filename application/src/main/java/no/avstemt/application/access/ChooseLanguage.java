package no.avstemt.application.access;

public final class ChooseLanguage {

    private final AccessStore store;

    public ChooseLanguage(AccessStore store) {
        this.store = store;
    }

    public void run(UserId user, Language language) {
        store.chooseLanguage(user, language);
    }
}
