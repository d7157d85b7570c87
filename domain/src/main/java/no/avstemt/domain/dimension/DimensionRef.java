package no.avstemt.domain.dimension;

/**
 * One value of a dimension, named by its key in the client's books: a ledger id or account number for {@code bankacc}, a
 * number for a partner or project. The database's id of it is not known here.
 */
public record DimensionRef(DimensionType type, String key) {

    public DimensionRef {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A " + type.apiName() + " needs a key");
        }
    }
}
