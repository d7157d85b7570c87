package no.avstemt.domain.register;

/**
 * Where a partner gets its mail; what is not known is empty.
 *
 * @param country two letters (ISO 3166-1)
 */
public record PostalAddress(String line1, String line2, String postcode, String city, String country) {

    public static final PostalAddress UNKNOWN = new PostalAddress("", "", "", "", "NO");

    public PostalAddress {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("A country is two letters, not " + country);
        }
    }
}
