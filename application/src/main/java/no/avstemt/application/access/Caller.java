package no.avstemt.application.access;

import no.avstemt.domain.client.ClientAccountId;

/**
 * Who asks.
 *
 * @param user the signed-in user, or the owner of the key
 * @param name of that user
 * @param scope for a key, what both the key and its owner may see
 * @param right for a key, what both the key and its owner may do
 */
public record Caller(Means means, UserId user, String name, Role role, ClientScope scope, Right right) {

    public enum Means {
        SESSION,
        API_KEY
    }

    public static Caller inBrowser(User user) {
        return new Caller(Means.SESSION, user.id(), user.name(), user.role(), user.scope(), rightOf(user));
    }

    static Caller withKey(ApiKey key, User owner) {
        Right right = key.right() == Right.WRITE ? rightOf(owner) : Right.READ;
        return new Caller(
                Means.API_KEY,
                owner.id(),
                owner.name(),
                owner.role(),
                key.scope().and(owner.scope()),
                right);
    }

    private static Right rightOf(User user) {
        return user.role().mayWrite() ? Right.WRITE : Right.READ;
    }

    public boolean maySee(ClientAccountId client) {
        return scope.covers(client);
    }

    public boolean mayWrite() {
        return right == Right.WRITE;
    }

    /** Whether they may do what is left to administrators; a key that only reads may not, whoever owns it. */
    public boolean mayAdminister() {
        return mayWrite() && role == Role.ADMINISTRATOR;
    }

    /** The same for what is every client account's, such as templates; a key for some of them may not. */
    public boolean mayAdministerOffice() {
        return mayAdminister() && scope.everyClient();
    }
}
